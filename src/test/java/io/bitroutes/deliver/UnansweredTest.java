package io.bitroutes.deliver;

import static io.bitroutes.batch.Batches.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.batch.Batch;
import io.bitroutes.batch.Batches;
import io.bitroutes.batch.Verdict;
import io.bitroutes.batch.Verdict.Code;
import io.bitroutes.http.ApiRequest;
import io.bitroutes.sandbox.AppliedRecord;
import io.bitroutes.sandbox.Fault;
import io.bitroutes.sandbox.Quirks;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Requests that got no answer and were perhaps applied. */
class UnansweredTest extends DeliverTestBase {

    @Test
    void aRepeatIsAnsweredWithTheFirstAnswer() throws Exception {
        sandbox.faults().next(Fault.resetAfterApplying());

        deliver(batch("customers.replace", customers(2)));

        assertThat(ids("customers.replace"))
                .hasSize(2)
                .containsOnly(ids("customers.replace").get(0));
        assertThat(tally().confirmed()).isEqualTo(2);
        assertThat(tally().retries()).isEqualTo(1);
        assertThat(sandbox.oracle()).hasSize(2);
    }

    @Test
    void aRefusedRepeatOfTheSameEffectGoesOutUnderANewId() throws Exception {
        startSandbox(Quirks.REPEAT_REFUSED);
        sandbox.faults().next(Fault.resetAfterApplying());

        deliver(batch("customers.replace", customers(2)));

        List<String> ids = ids("customers.replace");
        assertThat(ids).hasSize(3);
        assertThat(ids.get(1)).isEqualTo(ids.get(0));
        assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
        assertThat(tally().confirmed()).isEqualTo(2);
        assertThat(ledger.reissues(Batches.JOB, 1, 0, 1)).isEqualTo(1);
    }

    @Test
    void theNewIdIsUsedAfterARestart() throws Exception {
        Batch batch = batch("customers.replace", customers(2));
        int counter = ledger.reissue(Batches.JOB, 1, 0, 1);

        deliverAgain(batch);

        assertThat(ids("customers.replace")).containsExactly(batch.requestId(0, 1, counter));
    }

    @Test
    void aRefusalUnderTheNewIdStands() throws Exception {
        sandbox.faults().next(Fault.resetBeforeApplying());

        deliver(batch("customers.update", customers(1)));

        assertThat(verdicts()).map(Verdict::code).containsExactly(Code.REFUSED);
        assertThat(verdicts())
                .map(Verdict::request)
                .containsExactly(ids("customers.update").get(2));
    }

    @Test
    void halvesOfAnUnansweredBatchAreInDoubtToo() throws Exception {
        seedCustomers(2, "c1");
        sandbox.faults().next(Fault.resetBeforeApplying());

        deliver(batch("customers.update", customers(2)));

        assertThat(tally().confirmed()).isEqualTo(1);
        assertThat(verdicts()).map(Verdict::row).containsExactly(3L);
        assertThat(ledger.reissues(Batches.JOB, 1, 1, 1)).isEqualTo(1);
    }

    @Test
    void aRefusedRepeatOfADeleteIsLookedUp() throws Exception {
        startSandbox(Quirks.REPEAT_REFUSED);
        seedCustomers(2);
        sandbox.faults().next(Fault.resetAfterApplying());

        deliver(batch("customers.delete", named("c0", "c1")));

        assertThat(tally().confirmed()).isEqualTo(2);
        assertThat(requests("customers.query")).hasSize(1);
        assertThat(ids("customers.delete"))
                .hasSize(2)
                .containsOnly(ids("customers.delete").get(0));
    }

    @Test
    void aRefusedRepeatOfADeleteByNameIsLookedUpToo() throws Exception {
        startSandbox(Quirks.REPEAT_REFUSED);
        seedCustomers(2);
        sandbox.faults().next(Fault.resetAfterApplying());

        deliver(batch("customer.delete", named("c0", "c1")));

        assertThat(tally().confirmed()).isEqualTo(2);
        assertThat(requests("customers.query")).hasSize(1);
        assertThat(ids("customer.delete")).hasSize(3);
        assertThat(ids("customer.delete").get(1))
                .isEqualTo(ids("customer.delete").get(0));
    }

    @Test
    void aDeleteThatWasNotAppliedGoesOutUnderANewId() throws Exception {
        seedCustomers(2);
        sandbox.faults().next(Fault.resetBeforeApplying());
        sandbox.faults().next(Fault.status(9, "busy"));

        deliver(batch("customers.delete", named("c0", "c1")));

        assertThat(tally().confirmed()).isEqualTo(2);
        List<String> ids = ids("customers.delete");
        assertThat(ids).hasSize(3);
        assertThat(ids.get(1)).isEqualTo(ids.get(0));
        assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
    }

    @Test
    void aDeleteThatNobodyCanLookUpIsUnknown() throws Exception {
        startSandbox(Quirks.REPEAT_REFUSED);
        seedCustomers(1);
        sandbox.faults().next(Fault.resetAfterApplying());
        sandbox.faults().next(1, Fault.status(3, "no"), request -> request.is("customers.query"));

        deliver(batch("customers.delete", named("c0")));

        assertThat(verdicts()).map(Verdict::code).containsExactly(Code.UNKNOWN);
    }

    @Test
    void aRefusedRepeatOfACreationIsLookedUp() throws Exception {
        startSandbox(Quirks.REPEAT_REFUSED);
        sandbox.faults().next(Fault.resetAfterApplying());

        deliver(batch("product.create", List.of(record("productName", "p", "description", "d"))));

        assertThat(tally().confirmed()).isEqualTo(1);
        assertThat(sandbox.oracle()).map(AppliedRecord::key).containsExactly("p");
    }

    @Test
    void aRefusedRepeatOfARenameIsLookedUpUnderTheNewName() throws Exception {
        startSandbox(Quirks.REPEAT_REFUSED);
        sandbox.state().seedProduct(Map.of("productName", "old"));
        sandbox.faults().next(Fault.resetAfterApplying());

        deliver(batch("product.update", List.of(record("productName", "old", "newProductName", "new"))));

        assertThat(tally().confirmed()).isEqualTo(1);
        assertThat(requests("product.update")).hasSize(2);
        assertThat(sandbox.state().products()).containsOnlyKeys("new");
    }

    @Test
    void aBatchOfAnEarlierRunIsNotAppliedTwice() throws Exception {
        Batch batch = batch("customers.replace", customers(3));
        ApiRequest whole = new ApiRequest(
                "POST", "/customers", new ApiRequest.Body(batch.payload().body(0, 2)), batch.requestId(0, 2, 0));
        client.send(whole, false);

        deliverAgain(batch);

        assertThat(ids("customers.replace")).containsExactly(whole.requestId(), whole.requestId());
        assertThat(sandbox.oracle()).hasSize(3);
        assertThat(tally().confirmed()).isEqualTo(3);
    }
}
