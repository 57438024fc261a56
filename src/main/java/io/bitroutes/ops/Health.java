package io.bitroutes.ops;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.gate.Gate;
import io.bitroutes.gate.Troubles.Effect;
import io.bitroutes.gate.Troubles.Trouble;
import io.bitroutes.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Whether the program does what it is for, and if not, why. Answers from memory. Safe for threads. */
public final class Health {
    /** A look around takes milliseconds, unless a share does not answer. */
    static final Duration LONGEST_LOOK = Duration.ofMinutes(1);

    private static final JsonMapper JSON = new JsonMapper();

    private final Gate gate;
    private final Supplier<Survey> survey;
    private final Supplier<List<String>> stoppedRoutes;
    private final Texts texts;
    private final ZoneId zone;
    /** Nobody tells when a route stops: the time at which it was first seen. */
    private final AtomicReference<Optional<Instant>> stoppedSince = new AtomicReference<>(Optional.empty());

    private volatile boolean started;

    /**
     * Something that is wrong.
     *
     * @param source what it is wrong with: a short, stable name
     * @param reason for people
     * @param since when it began, ISO-8601 with offset
     * @param stopsIntake whether nothing new is taken meanwhile
     */
    public record Wrong(String source, String reason, String since, boolean stopsIntake) {}

    /**
     * How it is.
     *
     * @param status {@code UP} or {@code DOWN}
     * @param reasons what is wrong; not all of it makes the program {@code DOWN}
     * @param waiting files that are dropped or claimed, and not done
     */
    public record State(String status, List<Wrong> reasons, int waiting) {
        @JsonIgnore
        boolean up() {
            return status.equals("UP");
        }

        String json() {
            try {
                return JSON.writeValueAsString(this);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("texts and numbers cannot be written as JSON", e);
            }
        }
    }

    /**
     * Health of what goes through that gate.
     *
     * @param survey what was seen last
     * @param stoppedRoutes the ids of routes that should run and do not
     */
    public Health(Gate gate, Supplier<Survey> survey, Supplier<List<String>> stoppedRoutes, Texts texts, ZoneId zone) {
        this.gate = gate;
        this.survey = survey;
        this.stoppedRoutes = stoppedRoutes;
        this.texts = texts;
        this.zone = zone;
    }

    /** Everything that has to be there is there. */
    public void started() {
        started = true;
    }

    /** Everything that is wrong now. */
    public State state() {
        List<Wrong> wrong = wrong();
        boolean down = !ready().up() || wrong.stream().anyMatch(Wrong::stopsIntake);
        return new State(down ? "DOWN" : "UP", wrong, survey.get().waiting());
    }

    /** Whether it is worth keeping: a process that waits out an outage is. */
    public State live() {
        return new State("UP", List.of(), survey.get().waiting());
    }

    /** Whether it has started and is not stopping. */
    public State ready() {
        return new State(
                started && !gate.stopping() ? "UP" : "DOWN",
                List.of(),
                survey.get().waiting());
    }

    /** What is wrong, the outage first. */
    List<Wrong> wrong() {
        List<Wrong> all = new ArrayList<>();
        gate.closure().ifPresent(closure -> all.add(wrong("bitanswer", closure.reason(), closure.since(), true)));
        for (Trouble trouble : gate.troubles().all()) {
            all.add(wrong(trouble.source(), trouble.reason(), trouble.since(), stopsIntake(trouble)));
        }
        if (started && !gate.stopping()) {
            addWhatStandsStill(all);
        }
        return all;
    }

    private void addWhatStandsStill(List<Wrong> all) {
        Instant seen = survey.get().at();
        if (seen.plus(LONGEST_LOOK).isBefore(Instant.now())) {
            all.add(wrong("home", texts.of("health.no-answer"), seen, true));
        }
        List<String> stopped = stoppedRoutes.get();
        Optional<Instant> since =
                stoppedSince.updateAndGet(known -> stopped.isEmpty() ? Optional.empty() : known.or(Health::now));
        since.ifPresent(
                begin -> all.add(wrong("routes", texts.of("health.stopped", String.join(", ", stopped)), begin, true)));
    }

    private static Optional<Instant> now() {
        return Optional.of(Instant.now());
    }

    private static boolean stopsIntake(Trouble trouble) {
        return trouble.effect() == Effect.STOPS_INTAKE;
    }

    private Wrong wrong(String source, String reason, Instant since, boolean stopsIntake) {
        String time = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                since.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
        return new Wrong(source, reason, time, stopsIntake);
    }
}
