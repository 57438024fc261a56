package io.bitroutes.deliver;

import static io.bitroutes.batch.Batches.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.batch.Batch;
import io.bitroutes.batch.Batches;
import io.bitroutes.batch.Verdict;
import io.bitroutes.batch.Verdict.Code;
import io.bitroutes.sandbox.Fault;
import io.bitroutes.sandbox.Quirks;
import io.bitroutes.sandbox.ReceivedRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers with status 0 that do not list all that was sent. */
class ConfirmationTest extends DeliverTestBase {
    private static final Fault LISTS_NOBODY =
            new Fault.Reply(200, Map.of(), "{\"status\":0,\"data\":{\"items\":[]}}", false);

    @Test
    void whoIsListedIsNotReadBack() throws Exception {
        deliver(batch("customers.replace", customers(3)));

        assertThat(tally().confirmed()).isEqualTo(3);
        assertThat(requests("customers.query")).isEmpty();
    }

    @Test
    void anEmptyListListsNobodySoThatAllAreReadBack() throws Exception {
        startSandbox(Quirks.ITEMS_EMPTY);

        deliver(batch("customers.replace", customers(250)));

        assertThat(tally().confirmed()).isEqualTo(250);
        assertThat(requests("customers.query")).hasSize(3);
    }

    @Test
    void onlyTheUnlistedAreReadBack() throws Exception {
        startSandbox(Quirks.ITEMS_ONLY_CHANGED);
        sandbox.state().seedCustomer(Map.of("name", "c1", "city", "上海"));
        sandbox.state().seedCustomer(Map.of("name", "c0"));

        deliver(batch("customers.update", customers(2)));

        assertThat(tally().confirmed()).isEqualTo(2);
        assertThat(requests("customers.query"))
                .map(ReceivedRequest::body)
                .map(Optional::orElseThrow)
                .containsExactly("{\"querys\":[{\"name\":\"name\",\"op\":\"=\",\"values\":[\"c1\"]}],\"sorts\":[]}");
    }

    @Test
    void whoIsNeitherListedNorThereIsUnconfirmed() throws Exception {
        sandbox.state().seedCustomer(Map.of("name", "c0", "city", "上海"));
        sandbox.state().seedCustomer(Map.of("name", "c1", "city", "北京"));
        sandbox.faults().next(LISTS_NOBODY);

        deliver(batch("customers.update", customers(3)));

        String sent = ids("customers.update").get(0);
        assertThat(tally().confirmed()).isEqualTo(1);
        assertThat(verdicts()).containsExactly(unconfirmed(3, sent), unconfirmed(4, sent));
    }

    @Test
    void unlistedDeletesAreConfirmedWhenTheyAreGone() throws Exception {
        seedCustomers(1);
        sandbox.faults().next(LISTS_NOBODY);

        deliver(batch("customers.delete", named("c0", "gone")));

        assertThat(tally().confirmed()).isEqualTo(1);
        assertThat(verdicts()).map(Verdict::row).containsExactly(2L);
    }

    @ParameterizedTest
    @EnumSource(names = {"ITEMS_MISSING", "DATA_MISSING"})
    void theFirstAnswerWithoutItemsIsReadBackAndTrustedFromThenOn(Quirks quirk) throws Exception {
        startSandbox(quirk);

        for (Batch batch : batches("customers.replace", 2, customers(6))) {
            deliver(batch);
        }

        assertThat(tally().confirmed()).isEqualTo(6);
        assertThat(requests("customers.query")).hasSize(1);
    }

    @Test
    void whenTheFirstAnswerWithoutItemsIsNotTrueEachIsReadBack() throws Exception {
        startSandbox(Quirks.DATA_MISSING);
        sandbox.faults().next(Fault.status(0, ""));

        for (Batch batch : batches("customers.replace", 2, customers(6))) {
            deliver(batch);
        }

        assertThat(tally().confirmed()).isEqualTo(4);
        assertThat(verdicts()).map(Verdict::row).containsExactly(2L, 3L);
        assertThat(requests("customers.query")).hasSize(3);
    }

    @Test
    void anAnswerWithoutNamesIsTrusted() throws Exception {
        sandbox.state().seedProduct(Map.of("productName", "p"));

        deliver(batch("product.update", List.of(record("productName", "p", "description", "d"))));

        assertThat(tally().confirmed()).isEqualTo(1);
        assertThat(requests("products.query")).isEmpty();
    }

    @Test
    void itemsAreReadBackInTheirLicence() throws Exception {
        startSandbox(Quirks.ITEMS_EMPTY);

        deliver(batch("datas.upsert", List.of(record("sn", "A/1", "name", "主题", "value", "v", "status", 0))));

        assertThat(tally().confirmed()).isEqualTo(1);
        assertThat(requests("datas.query"))
                .map(ReceivedRequest::path)
                .containsExactly("/sns/A%2F1/datas/data?offset=0&limit=100");
    }

    @Test
    void whenReadingBackIsRefusedNothingIsConfirmed() throws Exception {
        startSandbox(Quirks.ITEMS_EMPTY);
        sandbox.faults().next(1, Fault.status(3, "no"), request -> request.is("customers.query"));

        deliver(batch("customers.replace", customers(2)));

        assertThat(verdicts()).map(Verdict::code).containsExactly(Code.UNCONFIRMED, Code.UNCONFIRMED);
    }

    private static Verdict unconfirmed(long row, String request) {
        return new Verdict(
                row, Code.UNCONFIRMED, "", "sent, but BitAnswer does not list it among what it changed", request);
    }

    @Test
    void jobsAreToldApart() {
        SilentAnswers silences = new SilentAnswers();
        silences.learn(Batches.JOB, true);
        silences.learn("other", false);
        silences.learn("other", true);

        assertThat(silences.meanConfirmed(Batches.JOB)).isTrue();
        assertThat(silences.meanConfirmed("other")).isFalse();
        assertThat(silences.meanConfirmed("never")).isFalse();
    }
}
