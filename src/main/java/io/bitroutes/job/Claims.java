package io.bitroutes.job;

import io.bitroutes.api.Operation;
import io.bitroutes.gate.Gate;
import io.bitroutes.ledger.Job.Seen;
import io.bitroutes.ledger.JobLedger;
import io.bitroutes.record.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Takes files out of the inbox, so that nobody can overwrite them, the same name can be dropped again and only one
 * instance wins: a row first, then the atomic rename, then the row again. Safe for threads.
 */
public final class Claims {
    private final Home home;
    private final JobLedger ledger;
    private final Gate gate;
    private final Clock clock;
    private final Settling settling;

    /** @param settle how long a file must not have changed */
    public Claims(Home home, JobLedger ledger, Gate gate, Duration settle, Clock clock) {
        this.home = home;
        this.ledger = ledger;
        this.gate = gate;
        this.clock = clock;
        this.settling = new Settling(settle, clock);
    }

    /**
     * Takes a file if it is whole. Whether it was taken; in an outage, and while stopping, nothing is.
     *
     * @throws IOException if it cannot be looked at or renamed; it is still where it was, or claimed at the next start
     */
    public boolean claim(Operation operation, Path file) throws IOException {
        if (!gate.takesIn()) {
            return false;
        }
        try {
            Seen seen = Look.at(file);
            return settling.isSettled(file, seen) && take(operation, file, seen);
        } catch (NoSuchFileException takenBySomebodyElse) {
            settling.forget(file);
            return false;
        }
    }

    private boolean take(Operation operation, Path file, Seen seen) throws IOException {
        Instant now = clock.instant();
        String id = JobId.at(now, home.zone());
        String name = file.getFileName().toString();
        Path target = home.working(operation.id(), id).resolve(name);
        ledger.claiming(id, operation.id(), operation.resource(), name, seen, now);
        try {
            DurableFile.rename(file, target);
        } catch (IOException e) {
            forgetUnlessMoved(id, target);
            throw e;
        }
        settling.forget(file);
        arrived(id, target, seen);
        return true;
    }

    /** A file that has moved all the same keeps its row: the next start finishes the claim. */
    private void forgetUnlessMoved(String id, Path target) throws IOException {
        if (Files.notExists(target)) {
            Files.deleteIfExists(target.getParent());
            ledger.forget(id);
        }
    }

    /** What still changed after the rename was being written to all the same: it settles where it is now. */
    void arrived(String id, Path file, Seen before) throws IOException {
        Seen now = Look.at(file);
        Instant ready = clock.instant();
        ledger.claimed(id, now, now.equals(before) ? ready : ready.plus(settling.waitFor(now)));
    }
}
