package io.bitroutes.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.batch.Batch;
import io.bitroutes.batch.Batches;
import io.bitroutes.batch.Verdict;
import io.bitroutes.batch.Verdict.Code;
import io.bitroutes.sandbox.Fault;
import io.bitroutes.sandbox.ReceivedRequest;
import org.junit.jupiter.api.Test;

class IsolationTest extends DeliverTestBase {
    private static final int MOST_EXTRA_REQUESTS = 25;

    @Test
    void onePoisonInAThousandEndsAlone() throws Exception {
        seedCustomers(1000, "c777");

        deliver(batch("customers.update", customers(1000)));

        assertThat(tally().confirmed()).isEqualTo(999);
        assertThat(verdicts()).singleElement().satisfies(verdict -> {
            assertThat(verdict.row()).isEqualTo(779);
            assertThat(verdict.code()).isEqualTo(Code.REFUSED);
            assertThat(verdict.status()).isEqualTo("1007");
            assertThat(verdict.msg()).contains("c777");
            assertThat(verdict.request()).isIn(ids("customers.update"));
        });
        int extra = sandbox.requests().size() - 1;
        System.out.println("one poison in 1000: " + extra + " extra requests");
        assertThat(extra).isLessThanOrEqualTo(MOST_EXTRA_REQUESTS);
        assertThat(sandbox.oracle()).hasSize(999);
    }

    @Test
    void aBatchThatIsPoisonAllThroughIsRefusedRecordByRecord() throws Exception {
        deliver(batch("customers.update", customers(8)));

        assertThat(tally().confirmed()).isZero();
        assertThat(verdicts()).map(Verdict::row).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(verdicts()).map(Verdict::code).containsOnly(Code.REFUSED);
        assertThat(requests("customers.update")).hasSize(15);
        assertThat(tally().requests()).isEqualTo(15);
    }

    @Test
    void halvesGoInOrder() throws Exception {
        seedCustomers(4, "c2");

        deliver(batch("customers.update", customers(4)));

        assertThat(requests("customers.update")).map(ReceivedRequest::records).containsExactly(4, 2, 2, 1, 1);
        assertThat(sandbox.oracle()).map(record -> record.key()).containsExactly("c0", "c1", "c3");
    }

    @Test
    void whenTheBudgetIsSpentTheRestComesBackUnderTheIdItWentOutWith() throws Exception {
        limitRequests(4);

        deliver(batch("customers.update", customers(8)));

        assertThat(verdicts())
                .map(Verdict::code)
                .containsExactly(
                        Code.REFUSED,
                        Code.NOT_ISOLATED,
                        Code.NOT_ISOLATED,
                        Code.NOT_ISOLATED,
                        Code.NOT_ISOLATED,
                        Code.NOT_ISOLATED,
                        Code.NOT_ISOLATED,
                        Code.NOT_ISOLATED);
        assertThat(verdicts()).map(Verdict::request).isSubsetOf(ids("customers.update"));
        assertThat(verdicts().get(7).msg())
                .isEqualTo("among records of which some are refused, not looked into further after 4 requests:"
                        + " perhaps innocent, drop it again");
        assertThat(requests("customers.update")).hasSize(4);
    }

    @Test
    void theBudgetIsForIsolatingOnly() throws Exception {
        limitRequests(1);
        seedCustomers(3);

        deliver(batch("customer.update", customers(3)));

        assertThat(tally().confirmed()).isEqualTo(3);
    }

    @Test
    void aRefusalIsInTheLedgerBeforeTheFirstHalfGoesOut() throws Exception {
        seedCustomers(4, "c3");
        Batch batch = batch("customers.update", customers(4));
        sandbox.faults().next(1, Fault.http(503), request -> {
            return request.records() == 2 && ledger.isIsolating(Batches.JOB, 1);
        });

        deliver(batch);

        assertThat(tally().retries()).isEqualTo(1);
        assertThat(ledger.isIsolating(Batches.JOB, 1)).isFalse();
    }

    @Test
    void aBatchThatWasBeingIsolatedGoesOnWithItsHalves() throws Exception {
        seedCustomers(4, "c1");
        Batch batch = batch("customers.update", customers(4));
        ledger.isolating(Batches.JOB, 1);

        deliverAgain(batch);

        assertThat(requests("customers.update")).map(ReceivedRequest::records).doesNotContain(4);
        assertThat(tally().confirmed()).isEqualTo(3);
        assertThat(verdicts()).map(Verdict::row).containsExactly(3L);
    }

    @Test
    void aBodyThatIsTooLargeIsHalved() throws Exception {
        seedCustomers(4);
        sandbox.faults().every(1, Fault.html(413), request -> request.records() > 2);

        deliver(batch("customers.update", customers(4)));

        assertThat(tally().confirmed()).isEqualTo(4);
        assertThat(requests("customers.update")).map(ReceivedRequest::records).containsExactly(4, 2, 2);
    }

    @Test
    void aRequestThatNeverSucceedsWhileTheReadDoesEndsAloneAsUnknown() throws Exception {
        seedCustomers(2);
        sandbox.faults().every(1, Fault.http(500), request -> request.body()
                .orElseThrow()
                .contains("\"c1\""));

        deliver(batch("customers.update", customers(2)));

        assertThat(tally().confirmed()).isEqualTo(1);
        assertThat(verdicts())
                .containsExactly(new Verdict(
                        3,
                        Code.UNKNOWN,
                        "",
                        "sent, and nobody can say whether it was applied (HTTP 500):"
                                + " look it up in BitAnswer before dropping it again",
                        ids("customers.update").get(ids("customers.update").size() - 1)));
        assertThat(gate.closure()).isEmpty();
    }
}
