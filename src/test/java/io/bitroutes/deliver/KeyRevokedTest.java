package io.bitroutes.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bitroutes.Crew;
import io.bitroutes.batch.Batch;
import io.bitroutes.batch.Batches;
import io.bitroutes.batch.Verdict;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A key that is refused for a while: no verdict comes of it. */
class KeyRevokedTest extends DeliverTestBase {
    private final Crew crew = new Crew();

    @AfterEach
    void endThreads() {
        gate.stop();
        crew.close();
    }

    @Test
    void aWholeBatchThatIsRefusedForTheKeyGoesAgain() throws Exception {
        seedCustomers(4);
        sandbox.faults().revokeKey();
        Batch batch = batch("customers.update", customers(4));
        CompletableFuture<Void> delivery = crew.start(() -> deliver(batch));

        awaitOutage();
        assertThat(ledger.isIsolating(Batches.JOB, 1)).isFalse();
        restoreKey();

        delivery.get(10, TimeUnit.SECONDS);
        assertThat(tally().confirmed()).isEqualTo(4);
        assertThat(ids("customers.update")).hasSize(2).containsOnly(batch.requestId(0, 3, 0));
    }

    @Test
    void recordsRefusedForTheKeyDuringIsolationGoAgain() throws Exception {
        seedCustomers(4, "c2");
        sandbox.faults().revokeKeyFrom(4);
        CompletableFuture<Void> delivery = crew.start(() -> deliver(batch("customers.update", customers(4))));

        awaitOutage();
        assertThat(verdicts()).isEmpty();
        restoreKey();

        delivery.get(10, TimeUnit.SECONDS);
        assertThat(tally().confirmed()).isEqualTo(3);
        assertThat(verdicts()).map(Verdict::row).containsExactly(4L);
        assertThat(verdicts()).map(Verdict::status).containsExactly("1007");
    }

    @Test
    void recordsThatGoOneByOneGoAgainToo() throws Exception {
        seedCustomers(3);
        sandbox.faults().revokeKeyFrom(2);
        CompletableFuture<Void> delivery = crew.start(() -> deliver(batch("customer.delete", named("c0", "c1", "c2"))));

        awaitOutage();
        restoreKey();

        delivery.get(10, TimeUnit.SECONDS);
        assertThat(tally().confirmed()).isEqualTo(3);
        assertThat(verdicts()).isEmpty();
    }

    private void awaitOutage() {
        await().atMost(Duration.ofSeconds(10)).until(() -> gate.closure().isPresent());
        crew.awaitWaiting();
        assertThat(gate.closure().orElseThrow().reason()).startsWith("BitAnswer refuses the key");
    }

    private void restoreKey() {
        sandbox.faults().restoreKey();
        client.outage().probe();
    }
}
