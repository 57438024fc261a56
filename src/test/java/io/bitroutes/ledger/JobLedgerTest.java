package io.bitroutes.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.batch.Outcome;
import io.bitroutes.batch.Verdict;
import io.bitroutes.ledger.Job.State;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JobLedgerTest extends LedgerTestBase {
    private static final Job.Facts FACTS = new Job.Facts(1000, 3, 2, "ab12", "{}");

    @Test
    void aClaimIsWrittenDownToTheMillisecond() throws IOException {
        jobs.claiming("j1", "customers.update", "customers", "客户.csv", SEEN, CLAIMED);
        reopen();

        assertThat(jobs.find("j1"))
                .contains(new Job(
                        "j1",
                        "customers.update",
                        "customers",
                        "客户.csv",
                        State.CLAIMING,
                        SEEN,
                        CLAIMED,
                        CLAIMED,
                        Optional.empty(),
                        new Job.Facts(0, 0, 0, null, null),
                        Optional.empty()));
    }

    @Test
    void anIdIsClaimedOnce() {
        claimed("j1");

        assertThatThrownBy(() -> claiming("j1", "products", CLAIMED))
                .isInstanceOf(LedgerException.class)
                .hasMessageStartingWith("the ledger cannot be used: ");
        assertThat(jobs.find("j1").orElseThrow().resource()).isEqualTo("customers");
    }

    @Test
    void aClaimedFileIsKeptAsSeenLast() throws IOException {
        claiming("j1", "customers", CLAIMED);
        Job.Seen grown = new Job.Seen(43, CLAIMED.plusMillis(1));
        jobs.claimed("j1", grown, CLAIMED.plusSeconds(5));
        reopen();

        Job job = jobs.find("j1").orElseThrow();
        assertThat(job.state()).isEqualTo(State.CLAIMED);
        assertThat(job.seen()).isEqualTo(grown);
        assertThat(job.claimedAt()).isEqualTo(CLAIMED);
        assertThat(job.readyAt()).isEqualTo(CLAIMED.plusSeconds(5));
    }

    @Test
    void aClaimThatHasComeAboutIsNotForgotten() {
        claimed("j1");
        jobs.forget("j1");

        assertThat(jobs.find("j1")).isPresent();
    }

    @Test
    void aForgottenClaimIsGone() {
        claiming("j1", "customers", CLAIMED);
        jobs.forget("j1");

        assertThat(jobs.find("j1")).isEmpty();
    }

    @Test
    void theFirstStartCounts() throws IOException {
        claimed("j1");
        jobs.started("j1", CLAIMED.plusMillis(7));
        jobs.started("j1", CLAIMED.plusSeconds(60));
        reopen();

        assertThat(jobs.find("j1").orElseThrow().startedAt()).contains(CLAIMED.plusMillis(7));
    }

    @Test
    void startingAgainVoidsWhatWasNotedBefore() {
        claimed("j1");
        claimed("j2");
        outcomes.invalid("j1", List.of(Verdict.invalid(2, "bad")));
        outcomes.invalid("j2", List.of(Verdict.invalid(2, "bad")));

        jobs.started("j1", CLAIMED);

        assertThat(outcomes.tally("j1").of(Verdict.Code.INVALID)).isZero();
        assertThat(outcomes.tally("j2").of(Verdict.Code.INVALID)).isEqualTo(1);
    }

    @Test
    void aPreparedJobHasItsFacts() throws IOException {
        claimed("j1");
        jobs.prepared("j1", FACTS);
        reopen();

        Job job = jobs.find("j1").orElseThrow();
        assertThat(job.state()).isEqualTo(State.PREPARED);
        assertThat(job.facts()).isEqualTo(FACTS);
    }

    @Test
    void aRefusedJobHasItsReason() throws IOException {
        claimed("j1");
        jobs.refused("j1", "{\"found\":\"引号\"}");
        reopen();

        Job job = jobs.find("j1").orElseThrow();
        assertThat(job.state()).isEqualTo(State.REFUSED);
        assertThat(job.broken()).contains("{\"found\":\"引号\"}");
    }

    @Test
    void aStepOfSettlingIsKept() throws IOException {
        claimed("j1");
        jobs.settled("j1", State.RECEIPTED);
        reopen();

        assertThat(jobs.find("j1").orElseThrow().state()).isEqualTo(State.RECEIPTED);
    }

    @Test
    void aDoneJobLeavesOnlyItsRow() {
        claimed("j1");
        outcomes.done(new Outcome("j1", 1, 5, List.of(Verdict.invalid(2, "bad")), 1, 0));
        outcomes.reissue("j1", 1, 0, 4);

        jobs.settled("j1", State.DONE);

        assertThat(jobs.find("j1").orElseThrow().state()).isEqualTo(State.DONE);
        assertThat(outcomes.tally("j1")).isEqualTo(outcomes.tally("never"));
        assertThat(outcomes.reissues("j1", 1, 0, 4)).isZero();
    }

    @Test
    void theOldestJobOfAResourceIsNextAtWhateverStep() {
        claiming("c-young", "customers", CLAIMED.plusMillis(1));
        claiming("c-old", "customers", CLAIMED);
        claiming("c-twin", "customers", CLAIMED);
        claiming("p-older", "products", CLAIMED.minusSeconds(1));
        claiming("c-claiming", "customers", CLAIMED.minusSeconds(2));
        claiming("c-done", "customers", CLAIMED.minusSeconds(3));
        for (String id : List.of("c-young", "c-old", "c-twin", "p-older")) {
            jobs.claimed(id, SEEN, CLAIMED);
        }
        jobs.settled("c-done", State.DONE);
        jobs.settled("c-old", State.RECEIPTED);

        assertThat(jobs.oldest("customers")).map(Job::id).contains("c-old");
        jobs.settled("c-old", State.DONE);
        assertThat(jobs.oldest("customers")).map(Job::id).contains("c-twin");
        assertThat(jobs.oldest("products")).map(Job::id).contains("p-older");
        assertThat(jobs.oldest("datas")).isEmpty();
    }

    @Test
    void jobsAreListedByState() {
        claiming("j2", "customers", CLAIMED.plusMillis(1));
        claiming("j1", "products", CLAIMED);
        claimed("j3");

        assertThat(jobs.in(State.CLAIMING)).map(Job::id).containsExactly("j1", "j2");
        assertThat(jobs.in(State.DONE)).isEmpty();
    }

    @Test
    void jobsThatWaitAreCounted() {
        claiming("j0", "customers", CLAIMED);
        claimed("j1");
        claimed("j2");
        claimed("j3");
        jobs.settled("j2", State.ARCHIVED);
        jobs.settled("j3", State.DONE);

        assertThat(jobs.waiting()).isEqualTo(2);
    }

    @Test
    void jobsThatAreDoneForLongAreForgotten() {
        for (String id : List.of("old", "kept", "open")) {
            claiming(id, "customers", CLAIMED.minusMillis(1));
        }
        claiming("young", "customers", CLAIMED);
        for (String id : List.of("old", "kept", "young")) {
            jobs.settled(id, State.DONE);
        }

        jobs.forgetDone(CLAIMED, Set.of("kept"));

        assertThat(jobs.in(State.DONE)).map(Job::id).containsExactly("kept", "young");
        assertThat(jobs.find("open")).isPresent();
    }

    @Test
    void timesBelowAMillisecondAreCutOff() {
        jobs.claiming("j1", "o", "r", "n", SEEN, Instant.parse("2026-11-22T02:15:00.123999Z"));

        assertThat(jobs.find("j1").orElseThrow().claimedAt()).isEqualTo(CLAIMED);
    }
}
