package io.bitroutes.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.ledger.Job;
import io.bitroutes.ledger.Job.State;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OldJobsTest extends JobTestBase {
    private static final String OLD = "20261001-101500-0000abcd";
    private static final String WITH_FOLDER = "20261001-101500-0000beef";
    private static final String WAITING = "20261001-101500-0000cafe";

    @Test
    void jobsThatWereDoneLongAgoAreForgottenWhenOneIsFinished() throws IOException {
        Instant longAgo = clock.instant().minus(OldJobs.REMEMBERED).minusSeconds(1);
        done(OLD, longAgo);
        done("20261101-101500-0000abcd", longAgo.plusSeconds(2));
        done(WITH_FOLDER, longAgo);
        Files.createDirectories(home.working(UPDATE.id(), WITH_FOLDER));
        claiming(WAITING, longAgo);

        settlement.finish(claimed("a.csv", "name\n"));

        assertThat(jobs.find(OLD)).isEmpty();
        assertThat(jobs.in(State.DONE)).extracting("id").containsExactly(WITH_FOLDER, "20261101-101500-0000abcd", JOB);
        assertThat(jobs.find(WAITING)).isPresent();
    }

    @Test
    void theyAreLookedForOnceAnHour() throws IOException {
        OldJobs old = new OldJobs(home, jobs, clock);
        old.prune();
        done(OLD, Instant.EPOCH);

        clock.goOn(Duration.ofHours(1));
        old.prune();
        assertThat(jobs.find(OLD)).isPresent();
        clock.goOn(Duration.ofSeconds(1));
        old.prune();
        assertThat(jobs.find(OLD)).isEmpty();
    }

    private void done(String id, Instant claimedAt) {
        claiming(id, claimedAt);
        jobs.settled(id, State.DONE);
    }

    private void claiming(String id, Instant claimedAt) {
        jobs.claiming(id, UPDATE.id(), UPDATE.resource(), "a.csv", new Job.Seen(1, claimedAt), claimedAt);
    }
}
