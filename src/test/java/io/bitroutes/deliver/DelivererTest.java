package io.bitroutes.deliver;

import static io.bitroutes.batch.Batches.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.batch.Batch;
import io.bitroutes.batch.Fence;
import io.bitroutes.batch.Shipment;
import io.bitroutes.batch.Verdict;
import io.bitroutes.gate.StoppingException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DelivererTest extends DeliverTestBase {
    private final AtomicInteger aborts = new AtomicInteger();

    @Test
    void renamesGoOneByOne() throws Exception {
        sandbox.state().seedProduct(Map.of("productName", "a"));
        sandbox.state().seedProduct(Map.of("productName", "taken"));

        deliver(batch(
                "product.update",
                List.of(
                        record("productName", "a", "newProductName", "b"),
                        record("productName", "taken", "newProductName", "c"),
                        record("productName", "absent", "newProductName", "d"))));

        assertThat(sandbox.state().products()).containsOnlyKeys("b", "c");
        assertThat(tally().confirmed()).isEqualTo(2);
        assertThat(verdicts()).map(Verdict::row).containsExactly(4L);
        assertThat(ids("product.update")).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void deletesByNameGoOneByOne() throws Exception {
        seedCustomers(3, "c1");

        deliver(batch("customer.delete", named("c0", "c1", "c2")));

        assertThat(sandbox.state().customers()).isEmpty();
        assertThat(tally().confirmed()).isEqualTo(2);
        assertThat(tally().requests()).isEqualTo(3);
        assertThat(verdicts()).map(Verdict::status).containsExactly("1007");
        assertThat(requests("customer.delete")).allMatch(request -> request.bodyLength() == 0);
    }

    @Test
    void namesAreDeletedAsAnArray() throws Exception {
        sandbox.state().seedData("A 1", Map.of("name", "主题"));

        deliver(batch("datas.delete", List.of(record("sn", "A 1", "name", "主题"))));

        assertThat(sandbox.state().datas("A 1")).isEmpty();
        assertThat(tally().confirmed()).isEqualTo(1);
    }

    @Test
    void nothingToDeliverIsFine() {
        deliverer().deliver(Shipment.nothing());

        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void whatIsLeftAloneIsNotSent() throws Exception {
        Batch batch = batch("customers.replace", customers(2));
        Shipment.Giver giver = new Shipment.Giver(Instant.now(), aborts::incrementAndGet, outcome -> {});

        deliverer().deliver(Shipment.leftAlone(batch, giver));

        assertThat(sandbox.requests()).isEmpty();
        assertThat(tally().requests()).isZero();
        assertThat(verdicts())
                .map(verdict -> verdict.row() + " " + verdict.code() + " " + verdict.request())
                .containsExactly("2 NOT_SENT ", "3 NOT_SENT ");
        assertThat(aborts).hasValue(0);
    }

    @Test
    void aFailedFeedFailsHere() {
        IllegalStateException failure = new IllegalStateException("disk");

        assertThatThrownBy(() -> deliverer().deliver(Shipment.failed(failure))).isSameAs(failure);
    }

    @Test
    void stoppingAbortsTheFeedAndOpensTheFence() throws Exception {
        Batch batch = batch("customers.update", customers(1));
        Fence fence = new Fence();
        Shipment shipment = Shipment.of(batch, false, fence.take(batch.fenceKeys()), aborts::incrementAndGet);
        gate.stop();

        assertThatThrownBy(() -> deliverer().deliver(shipment)).isInstanceOf(StoppingException.class);

        assertThat(aborts).hasValue(1);
        assertThat(verdicts()).isEmpty();
        fence.take(Set.copyOf(batch.fenceKeys())).giveBack();
    }

    @Test
    void successOpensTheFenceAndAbortsNothing() throws Exception {
        Batch batch = batch("customers.replace", customers(1));
        Fence fence = new Fence();

        deliverer().deliver(Shipment.of(batch, false, fence.take(batch.fenceKeys()), aborts::incrementAndGet));

        assertThat(aborts).hasValue(0);
        fence.take(Set.copyOf(batch.fenceKeys())).giveBack();
    }
}
