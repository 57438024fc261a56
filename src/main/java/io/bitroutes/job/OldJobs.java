package io.bitroutes.job;

import io.bitroutes.ledger.JobLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Forgets jobs that were done long ago: what became of their files stands in the archive. Those of which a folder is left
 * are kept, or it would be taken for the folder of a job that was lost. Safe for threads.
 */
final class OldJobs {
    static final Duration REMEMBERED = Duration.ofDays(30);
    private static final Duration PRUNED_EVERY = Duration.ofHours(1);

    private final Home home;
    private final JobLedger jobs;
    private final Clock clock;
    private Instant pruneAt = Instant.EPOCH;

    OldJobs(Home home, JobLedger jobs, Clock clock) {
        this.home = home;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Does so, unless it has just been done. */
    synchronized void prune() throws IOException {
        Instant now = clock.instant();
        if (now.isAfter(pruneAt)) {
            pruneAt = now.plus(PRUNED_EVERY);
            jobs.forgetDone(now.minus(REMEMBERED), idsOfFolders());
        }
    }

    private Set<String> idsOfFolders() throws IOException {
        Set<String> ids = new HashSet<>();
        for (Path operation : WorkingFolders.children(home.working())) {
            for (Path folder : WorkingFolders.children(operation)) {
                ids.add(folder.getFileName().toString());
            }
        }
        return ids;
    }
}
