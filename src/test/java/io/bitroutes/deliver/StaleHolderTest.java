package io.bitroutes.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.batch.Batch;
import io.bitroutes.batch.Batches;
import io.bitroutes.batch.Fence;
import io.bitroutes.batch.Shipment;
import io.bitroutes.batch.Verdict;
import io.bitroutes.ledger.LeaseLostException;
import io.bitroutes.ledger.Leases;
import io.bitroutes.ledger.LedgerDatabase;
import io.bitroutes.ledger.Ownership;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A holder whose lease runs out after some requests. */
class StaleHolderTest extends DeliverTestBase {
    private static final int BUDGET = 10;

    private final AtomicInteger requestsLeft = new AtomicInteger();
    private final AtomicBoolean aborted = new AtomicBoolean();
    private LedgerDatabase leases;
    private Ownership lost;

    @BeforeEach
    void nothingHeld() throws IOException {
        leases = LedgerDatabase.inFolder(folder.resolve("leases"));
        lost = new Leases(leases, "ours", Duration.ofSeconds(30), () -> true);
    }

    @AfterEach
    void close() {
        leases.close();
    }

    @Test
    void noRequestLeaves() throws Exception {
        assertThatThrownBy(() -> deliverWhile(0, batch("customers.update", customers(4))))
                .isInstanceOf(LeaseLostException.class);

        assertThat(requests("customers.update")).isEmpty();
        assertThat(tally().batches()).isZero();
        assertThat(aborted).isTrue();
    }

    @Test
    void noHalfLeavesAndTheNextHolderGoesOnAtTheHalves() throws Exception {
        seedCustomers(4, "c1");
        Batch batch = batch("customers.update", customers(4));

        assertThatThrownBy(() -> deliverWhile(2, batch)).isInstanceOf(LeaseLostException.class);
        assertThat(requests("customers.update")).hasSize(2);
        assertThat(ledger.isIsolating(Batches.JOB, batch.number())).isTrue();
        assertThat(tally().batches()).isZero();

        deliverAgain(batch);
        assertThat(tally().confirmed()).isEqualTo(3);
        assertThat(verdicts()).hasSize(1);
    }

    /** What goes again under a new id, because nobody knows the answer, costs nothing. */
    @Test
    void whoIsInterruptedAgainAndAgainStillFindsTheGuilty() throws Exception {
        seedCustomers(8, "c1");
        Batch batch = batch("customers.update", customers(8));

        for (int time = 0; time < 5; time++) {
            boolean again = time > 0;
            assertThatThrownBy(() -> deliverWhile(4, batch, again)).isInstanceOf(LeaseLostException.class);
        }
        deliverWhile(100, batch, true);

        assertThat(tally().confirmed()).isEqualTo(7);
        assertThat(verdicts()).extracting(Verdict::code).containsExactly(Verdict.Code.REFUSED);
    }

    private void deliverWhile(int requests, Batch batch) throws InterruptedException {
        deliverWhile(requests, batch, false);
    }

    private void deliverWhile(int requests, Batch batch, boolean again) throws InterruptedException {
        requestsLeft.set(requests);
        new Deliverer(client, OPERATIONS, ledger, BUDGET, Texts.in("en"), Clock.systemUTC(), new RunsOut())
                .deliver(Shipment.of(batch, again, new Fence().take(Set.of()), () -> aborted.set(true)));
    }

    private final class RunsOut implements Ownership {
        @Override
        public boolean hold(String resource) {
            return true;
        }

        @Override
        public void checkTime(String resource) {
            if (requestsLeft.getAndDecrement() <= 0) {
                lost.checkTime(resource);
            }
        }

        @Override
        public void check(String job) {}
    }
}
