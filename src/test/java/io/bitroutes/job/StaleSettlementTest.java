package io.bitroutes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.batch.Outcome;
import io.bitroutes.batch.Verdict;
import io.bitroutes.batch.Verdict.Code;
import io.bitroutes.config.RowLimit;
import io.bitroutes.ledger.Job;
import io.bitroutes.ledger.Job.State;
import io.bitroutes.ledger.JobLedger;
import io.bitroutes.ledger.LeaseLostException;
import io.bitroutes.ledger.Leases;
import io.bitroutes.ledger.Ownership;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An instance that lost its lease between two statements makes nothing visible any more. */
class StaleSettlementTest extends JobTestBase {
    private Settlement stale;
    private JobLedger staleJobs;

    private int checksLeft;
    private Ownership nothingHeld;

    @BeforeEach
    void soonLost() {
        nothingHeld = new Leases(database, "ours", Duration.ofSeconds(30), () -> true);
        staleJobs = new JobLedger(database, new SoonLost());
        stale = new Settlement(
                home, staleJobs, outcomes, files, "api.example", TEXTS, JobWatch.NONE, unreadable, clock);
    }

    @Test
    void noRowsComeBack() throws IOException {
        Job job = workedThrough();

        assertNothingChanges(() -> stale.giveBack(job));
    }

    /** Whose outcomes are gone when another one is done with the job. */
    @Test
    void whatAnotherHasGivenBackStands() throws IOException {
        Job job = workedThrough();
        settlement.giveBack(job);
        settlement.writeReceipt(job());
        clock.goOn(Duration.ofSeconds(7));

        assertNothingChanges(() -> stale.writeReceipt(job));
    }

    @Test
    void nothingIsPrepared() throws IOException {
        checksLeft = 1;
        Job job = claimed("a.csv", "name,city\na,x\n");
        Preparation late = new Preparation(
                home, staleJobs, outcomes, OPERATIONS, files, gate, 2, new RowLimit(10, 10), TEXTS, unreadable, clock);

        assertNothingChanges(() -> late.prepare(job));
    }

    private void assertNothingChanges(Step step) throws IOException {
        SortedMap<String, String> before = files();

        assertThatThrownBy(step::take).isInstanceOf(LeaseLostException.class);
        assertThat(files()).isEqualTo(before);
    }

    @FunctionalInterface
    private interface Step {
        void take() throws IOException;
    }

    private final class SoonLost implements Ownership {
        @Override
        public boolean hold(String resource) {
            return true;
        }

        @Override
        public void checkTime(String resource) {}

        @Override
        public void check(String job) throws SQLException {
            if (checksLeft-- == 0) {
                nothingHeld.check(job);
            }
        }
    }

    private Job workedThrough() throws IOException {
        preparation.prepare(claimed("a.csv", "name,city\na,x\nb,y\n"));
        outcomes.done(new Outcome(JOB, 1, 1, List.of(new Verdict(3, Code.REFUSED, "1007", "no", "f00d")), 1, 0));
        assertThat(job().state()).isEqualTo(State.PREPARED);
        return job();
    }
}
