package io.bitroutes.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.batch.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeasesTest extends LedgerTestBase {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final String JOB = "20261126-101500-abcdef01";

    private final AtomicLong nanoTime = new AtomicLong();
    private Leases ours;
    private Leases theirs;

    @BeforeEach
    void twoInstances() {
        ours = new Leases(database, "ours", LEASE, () -> true, nanoTime::get);
        theirs = new Leases(database, "theirs", LEASE, () -> true, nanoTime::get);
    }

    @Test
    void ofAllWhoWantAResourceOneHoldsIt() {
        assertThat(ours.hold("customers")).isTrue();
        assertThat(theirs.hold("customers")).isFalse();
        assertThat(theirs.hold("products")).isTrue();
        assertThat(ours.hold("customers")).isTrue();
    }

    @Test
    void whatIsGivenUpIsFreeAtOnce() {
        ours.hold("customers");
        ours.giveUp();

        assertThatThrownBy(() -> ours.checkTime("customers")).isInstanceOf(LeaseLostException.class);
        assertThat(theirs.hold("customers")).isTrue();
    }

    @Test
    void whatIsNotGivenUpAfterAllRunsOutByItself() {
        ours.hold("customers");

        assertThat(ours.giveUpIf(() -> false)).containsExactly("customers");
        assertThatThrownBy(() -> ours.checkTime("customers")).isInstanceOf(LeaseLostException.class);
        assertThat(theirs.hold("customers")).isFalse();
        runOut();
        assertThat(theirs.hold("customers")).isTrue();
    }

    @Test
    void aLeaseThatRanOutByTheClockOfTheDatabaseIsTakenOver() {
        ours.hold("customers");
        runOut();

        assertThat(theirs.hold("customers")).isTrue();
        assertThat(ours.hold("customers")).isFalse();
        theirs.checkTime("customers");
    }

    @Test
    void aLeaseThatRanOutButWasTakenByNobodyIsRenewed() {
        ours.hold("customers");
        runOut();
        ours.renew();

        assertThat(theirs.hold("customers")).isFalse();
    }

    @Test
    void noRequestLeavesOnceTheTimeSinceTheLastRenewalIsUp() {
        ours.hold("customers");
        nanoTime.addAndGet(LEASE.toNanos() - 1);
        ours.checkTime("customers");
        nanoTime.incrementAndGet();

        assertThatThrownBy(() -> ours.checkTime("customers"))
                .isInstanceOf(LeaseLostException.class)
                .hasMessage("another instance may work customers by now");
        ours.renew();
        ours.checkTime("customers");
    }

    @Test
    void theTimeCountsFromBeforeTheRenewalIsSent() {
        AtomicLong slow = new AtomicLong();
        Leases leases = new Leases(database, "slow", LEASE, () -> true, () -> slow.getAndAdd(LEASE.toNanos()));
        leases.hold("customers");

        assertThatThrownBy(() -> leases.checkTime("customers")).isInstanceOf(LeaseLostException.class);
    }

    @Test
    void aTokenThatIsOldWritesNothing() {
        claimed(JOB);
        ours.hold("customers");
        assertThatCode(() -> write(ours)).doesNotThrowAnyException();
        runOut();
        theirs.hold("customers");

        assertThatThrownBy(() -> write(ours)).isInstanceOf(LeaseLostException.class);
        assertThatCode(() -> write(theirs)).doesNotThrowAnyException();
    }

    @Test
    void holdingAgainDoesNotReviveAnOldToken() {
        claimed(JOB);
        ours.hold("customers");
        Leases before = new Leases(database, "ours", LEASE, () -> true, nanoTime::get);
        runOut();
        before.hold("customers");

        assertThatThrownBy(() -> write(ours)).isInstanceOf(LeaseLostException.class);
        ours.renew();
        assertThatThrownBy(() -> ours.checkTime("customers")).isInstanceOf(LeaseLostException.class);
    }

    @Test
    void nothingThatAStaleHolderWritesAboutAJobStands() {
        claimed(JOB);
        ours.hold("customers");
        runOut();
        theirs.hold("customers");
        JobLedger staleJobs = new JobLedger(database, ours);
        OutcomeLedger staleOutcomes = new OutcomeLedger(database, ours);
        SendingLedger staleSendings = new SendingLedger(database, ours);

        List<ThrowingCallable> writes = List.of(
                () -> staleJobs.started(JOB, CLAIMED),
                () -> staleJobs.prepared(JOB, new Job.Facts(1, 0, 1, "", "")),
                () -> staleJobs.refused(JOB, "broken"),
                () -> staleJobs.settled(JOB, Job.State.DONE),
                () -> staleOutcomes.invalid(JOB, List.of()),
                () -> staleOutcomes.isolating(JOB, 1),
                () -> staleOutcomes.reissue(JOB, 1, 0, 0),
                () -> staleOutcomes.sending(JOB, 1, 0, 0),
                () -> staleOutcomes.done(new Outcome(JOB, 1, 1, List.of(), 1, 0)),
                () -> staleSendings.handingOut(JOB, 1),
                () -> staleSendings.stop(JOB, 1));

        assertThat(writes).allSatisfy(write -> assertThatThrownBy(write).isInstanceOf(LeaseLostException.class));
        assertThat(jobs.find(JOB).orElseThrow().state()).isEqualTo(Job.State.CLAIMED);
        assertThat(outcomes.isIsolating(JOB, 1)).isFalse();
        assertThat(outcomes.sent(JOB, 1)).isEmpty();
        assertThat(outcomes.tally(JOB).batches()).isZero();
        assertThat(new SendingLedger(database).lastHandedOut(JOB)).isZero();
    }

    @Test
    void theHolderWritesAboutItsJobs() {
        claimed(JOB);
        ours.hold("customers");
        new JobLedger(database, ours).prepared(JOB, new Job.Facts(1, 0, 1, "", ""));
        new OutcomeLedger(database, ours).done(new Outcome(JOB, 1, 1, List.of(), 1, 0));

        assertThat(jobs.find(JOB).orElseThrow().state()).isEqualTo(Job.State.PREPARED);
        assertThat(outcomes.tally(JOB).confirmed()).isEqualTo(1);
    }

    @Test
    void aLateWordOfAClaimDoesNotSetAJobBack() {
        claimed(JOB);
        jobs.prepared(JOB, new Job.Facts(1, 0, 1, "", ""));
        jobs.claimed(JOB, SEEN, CLAIMED);

        assertThat(jobs.find(JOB).orElseThrow().state()).isEqualTo(Job.State.PREPARED);
    }

    private void write(Leases leases) {
        database.inTransaction(() -> {
            leases.check(JOB);
            return true;
        });
    }

    private void runOut() {
        nanoTime.addAndGet(LEASE.toNanos());
        database.inTransaction(() -> database.update("UPDATE lease SET expires = 0"));
    }
}
