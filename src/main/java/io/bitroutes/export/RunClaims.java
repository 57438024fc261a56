package io.bitroutes.export;

import io.bitroutes.gate.Gate;
import io.bitroutes.ledger.ExportLedger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/**
 * Which fire times this process runs: one at a time for each export, whoever else runs it, and so many at a time for all.
 * Safe for threads.
 */
final class RunClaims {
    private static final Duration LOOK_FOR_A_PLACE = Duration.ofMillis(100);
    private static final int TOKEN_LENGTH = 8;

    private final ExportLedger ledger;
    private final Semaphore places;
    private final BooleanSupplier room;
    private final Gate gate;
    private final Duration lease;
    private final Clock clock;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Map<String, ScheduledRun> running = new ConcurrentHashMap<>();

    RunClaims(ExportLedger ledger, int concurrency, BooleanSupplier room, Gate gate, Duration lease, Clock clock) {
        this.ledger = ledger;
        this.places = new Semaphore(concurrency, true);
        this.room = room;
        this.gate = gate;
        this.lease = lease;
        this.clock = clock;
    }

    /**
     * Claims what is due of an export, once there is a place for it; empty if nothing is, somebody runs it, or there is no
     * room for its file.
     *
     * @param tick the fire time, if it is one that fires
     * @throws io.bitroutes.gate.StoppingException if the program is stopping
     */
    Optional<ScheduledRun> claim(ScheduledExport export, Optional<Instant> tick) {
        if (!busy.add(export.id())) {
            return Optional.empty();
        }
        Optional<ScheduledRun> run = Optional.empty();
        try {
            if (due(export, tick).isPresent() && room.getAsBoolean()) {
                run = claimOnceThereIsAPlace(export, tick);
            }
            return run;
        } finally {
            if (run.isEmpty()) {
                busy.remove(export.id());
            }
        }
    }

    private Optional<ScheduledRun> claimOnceThereIsAPlace(ScheduledExport export, Optional<Instant> tick) {
        while (!places.tryAcquire()) {
            gate.pause(LOOK_FOR_A_PLACE);
        }
        Optional<ScheduledRun> run = Optional.empty();
        try {
            run = due(export, tick).flatMap(fire -> claim(export, fire));
            run.ifPresent(claimed -> running.put(export.id(), claimed));
            return run;
        } finally {
            if (run.isEmpty()) {
                places.release();
            }
        }
    }

    private Optional<ScheduledRun> claim(ScheduledExport export, Instant fire) {
        Instant now = clock.instant();
        if (!ledger.claim(export.id(), fire, now, lease)) {
            return Optional.empty();
        }
        Optional<Instant> lastRun = ledger.standing(export.id()).flatMap(ExportLedger.Standing::lastRun);
        String token = UUID.randomUUID().toString().substring(0, TOKEN_LENGTH);
        return Optional.of(new ScheduledRun(export, fire, now, lastRun, token));
    }

    /** Whether an export is due that nobody fires, and that does not run here. */
    boolean isMissed(ScheduledExport export) {
        return !busy.contains(export.id()) && due(export, Optional.empty()).isPresent();
    }

    /** The newest fire time that nobody has claimed; else the one that was begun and not brought to an end. */
    private Optional<Instant> due(ScheduledExport export, Optional<Instant> tick) {
        Instant now = clock.instant();
        ExportLedger.Standing standing = ledger.standing(export.id()).orElseThrow();
        Instant done = standing.lastFire().orElse(standing.since());
        // Quartz fires up to some milliseconds early
        Instant moment = tick.filter(now::isBefore).orElse(now);
        return Optional.of(moment)
                .filter(any -> tick.isPresent() || export.catchUp())
                .flatMap(export.schedule()::upTo)
                .filter(fire -> fire.isAfter(done))
                .or(() -> ledger.left(export.id(), now));
    }

    /** The run of an export in this process. */
    Optional<ScheduledRun> running(String id) {
        return Optional.ofNullable(running.get(id));
    }

    /** Keeps all claims of this process alive. */
    void keepAlive() {
        Collection<ScheduledRun> all = running.values();
        all.forEach(run -> ledger.keepAlive(run.id(), run.fire(), clock.instant(), lease));
    }

    /** A run is at its end, however it ended. */
    void release(ScheduledRun run) {
        running.remove(run.id());
        busy.remove(run.id());
        places.release();
    }
}
