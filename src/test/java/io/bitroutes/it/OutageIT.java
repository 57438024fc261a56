package io.bitroutes.it;

import static io.bitroutes.it.CustomerFile.REPLACE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.sandbox.Fault;
import io.bitroutes.sandbox.ReceivedRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutageIT extends ProgramTestBase {
    private static final int ROWS = 12_000;
    private static final int REQUESTS = 12;
    private static final Duration LONGER_THAN_A_CLAIM_TAKES = Duration.ofSeconds(1);

    @Override
    Launch configured(Launch plain) {
        return plain.with("RETRY_ATTEMPTS", "3");
    }

    @Test
    void whatIsAnsweredBadlyGoesAgainUnderItsOwnId() {
        List<Fault> faults = List.of(
                Fault.http(503).withRetryAfter("0"),
                Fault.resetBeforeApplying(),
                Fault.resetAfterApplying(),
                Fault.html(200),
                Fault.html(502).afterApplying(),
                Fault.truncated());
        faults.forEach(fault -> sandbox.faults().next(2, fault, request -> request.is(REPLACE)));

        JsonNode receipt = dropped("faults");

        assertAllConfirmed(receipt, "faults");
        assertThat(receipt.path("requests").intValue()).isEqualTo(REQUESTS);
        assertThat(receipt.path("retries").intValue()).isEqualTo(2 * faults.size());
        assertThat(requests(REPLACE)).hasSize(REQUESTS + 2 * faults.size());
    }

    @Test
    void theServerSaysHowLongToWait() {
        sandbox.faults().next(1, Fault.http(503).withRetryAfter("1"), request -> request.is(REPLACE));

        home.drop(REPLACE, "patient.csv", CustomerFile.of("patient", 1).csv());
        home.receipt(REPLACE, "patient.csv");

        assertThat(requests(REPLACE)).hasSize(2);
        ReceivedRequest first = requests(REPLACE).get(0);
        ReceivedRequest second = requests(REPLACE).get(1);
        assertThat(second.requestId()).isEqualTo(first.requestId());
        assertThat(Duration.between(first.receivedAt(), second.receivedAt())).isGreaterThan(Duration.ofMillis(990));
    }

    @Test
    void whileTheServerIsDownTheWorkWaitsAndNothingIsClaimed() {
        dropSlowly("down");
        sandbox.faults().serverDown();
        awaitLogged("BitAnswer does not answer as it should");

        Path waiting = home.inbox(REPLACE, "waiting.csv");
        home.drop(REPLACE, "waiting.csv", CustomerFile.of("waiting", 1).csv());
        Waiting.during(LONGER_THAN_A_CLAIM_TAKES, "unclaimed", () -> Files.exists(waiting));
        assertThat(home.receipts(REPLACE, "down.csv")).isEmpty();

        sandbox.faults().clear();
        sandbox.faults().serverUp();
        assertAllConfirmed(home.receipt(REPLACE, "down.csv"), "down");
        assertThat(home.receipt(REPLACE, "waiting.csv").path("confirmed").intValue())
                .isEqualTo(1);
        assertThat(program.errors()).contains("BitAnswer answers again");
    }

    @Test
    void nothingIsRejectedBecauseTheKeyIsRevoked() {
        dropSlowly("revoked");
        sandbox.faults().revokeKey();
        awaitLogged("BitAnswer refuses the key or the account (HTTP 200, status 401");

        sandbox.faults().clear();
        sandbox.faults().restoreKey();
        assertAllConfirmed(home.receipt(REPLACE, "revoked.csv"), "revoked");
    }

    private JsonNode dropped(String name) {
        home.drop(REPLACE, name + ".csv", CustomerFile.of(name, ROWS).csv());
        return home.receipt(REPLACE, name + ".csv");
    }

    /** Drops a file and waits until some of it has gone out. */
    private void dropSlowly(String name) {
        sandbox.faults().every(1, Fault.delayBeforeApplying(Duration.ofMillis(400)), request -> request.is(REPLACE));
        home.drop(REPLACE, name + ".csv", CustomerFile.of(name, ROWS).csv());
        Waiting.until("some went out", () -> requests(REPLACE).size() >= REQUESTS / 3);
    }

    private void awaitLogged(String text) {
        Waiting.until(text, () -> program.errors().contains(text));
    }

    private void assertAllConfirmed(JsonNode receipt, String name) {
        assertThat(receipt.path("confirmed").intValue()).isEqualTo(ROWS);
        assertThat(receipt.path("deadLetter").isNull()).isTrue();
        assertThat(home.deadLetters(REPLACE)).isEmpty();
        assertThat(CustomerFile.heldBy(sandbox))
                .containsAllEntriesOf(CustomerFile.of(name, ROWS).landing());
        RequestIds.of(sandbox, REPLACE).assertOneForEachRecordAndOneBodyForEach();
    }
}
