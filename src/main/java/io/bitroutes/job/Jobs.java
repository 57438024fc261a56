package io.bitroutes.job;

import io.bitroutes.gate.Gate;
import io.bitroutes.ledger.Job;
import io.bitroutes.ledger.Job.Seen;
import io.bitroutes.ledger.Job.State;
import io.bitroutes.ledger.JobLedger;
import io.bitroutes.ledger.Ownership;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;

/** Which job of a resource is to be worked on. */
public final class Jobs {
    private final Home home;
    private final JobLedger ledger;
    private final Claims claims;
    private final Gate gate;
    private final Disks disks;
    private final Clock clock;
    private final Ownership ownership;

    /** The jobs of a ledger. */
    public Jobs(Home home, JobLedger ledger, Claims claims, Gate gate, Disks disks, Clock clock) {
        this(home, ledger, claims, gate, disks, clock, Ownership.OF_ALL);
    }

    /** The same, of resources only that are held. */
    public Jobs(Home home, JobLedger ledger, Claims claims, Gate gate, Disks disks, Clock clock, Ownership ownership) {
        this.home = home;
        this.ledger = ledger;
        this.claims = claims;
        this.gate = gate;
        this.disks = disks;
        this.clock = clock;
        this.ownership = ownership;
    }

    /**
     * The oldest job of a resource, at whatever step it is; null when there is none, when another instance works the
     * resource, when it still settles, when a disk has
     * no room for what preparing it would write, or when the program is stopping.
     */
    public Job next(String resource) throws IOException {
        Job job = gate.stopping() || !disks.canBeWritten() || !ownership.hold(resource)
                ? null
                : ledger.oldest(resource).orElse(null);
        return job == null || (job.state() == State.CLAIMED && (!disks.haveRoom() || stillSettles(job))) ? null : job;
    }

    /** What is gone does not settle: it is for whoever prepares it to say so. */
    private boolean stillSettles(Job job) throws IOException {
        Seen before = job.seen();
        if (Files.notExists(home.original(job))) {
            return false;
        }
        if (!Look.at(home.original(job)).equals(before)) {
            claims.arrived(job.id(), home.original(job), before);
            return true;
        }
        return clock.instant().isBefore(job.readyAt());
    }
}
