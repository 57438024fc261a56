package io.bitroutes.gate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is wrong at present with everything but BitAnswer itself: the disk, the ledger, the broker, a share. Whoever meets
 * a trouble reports it under a name of its own and clears it when it is over; health, metrics and STATUS.txt read it here.
 * Safe for threads.
 */
public final class Troubles {
    private final Map<String, Trouble> present = new TreeMap<>();

    /** What follows from a trouble. */
    public enum Effect {
        /** It is said; work goes on. */
        SAID,
        /** No file is claimed and no message received until it is over. */
        STOPS_INTAKE
    }

    /**
     * One thing that is wrong.
     *
     * @param source what it is wrong with: a short, stable name
     * @param reason for people
     * @param since when it began
     * @param effect what follows from it
     */
    public record Trouble(String source, String reason, Instant since, Effect effect) {}

    /** Whether it is new; a second report of the same source keeps the moment at which it began. */
    public synchronized boolean report(String source, String reason, Effect effect) {
        Trouble before = present.get(source);
        Instant since = before == null ? Instant.now().truncatedTo(ChronoUnit.MILLIS) : before.since();
        present.put(source, new Trouble(source, reason, since, effect));
        return before == null;
    }

    /** It is over. What it was; empty if there was none. */
    public synchronized Optional<Trouble> clear(String source) {
        return Optional.ofNullable(present.remove(source));
    }

    /** The trouble of that source, if there is one. */
    public synchronized Optional<Trouble> find(String source) {
        return Optional.ofNullable(present.get(source));
    }

    /** All there are, by source. */
    public synchronized List<Trouble> all() {
        return List.copyOf(present.values());
    }

    /** Whether one of them stops the intake. */
    public synchronized boolean stopIntake() {
        for (Trouble trouble : present.values()) {
            if (trouble.effect() == Effect.STOPS_INTAKE) {
                return true;
            }
        }
        return false;
    }
}
