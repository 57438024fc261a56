package io.bitroutes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bitroutes.Crew;
import io.bitroutes.gate.Gate;
import io.bitroutes.gate.StoppingException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that meet an outage, and how it ends. */
@Timeout(30)
class OutageTest {
    private final ScriptedTransport transport = new ScriptedTransport();
    private final Gate gate = new Gate();
    private final ApiClient client = Clients.of(transport, gate);
    private final Crew crew = new Crew();

    @AfterEach
    void endThreads() {
        crew.close();
    }

    @Test
    void spentTriesAndAFailingReadCloseTheGateUntilAProbeSucceeds() throws Exception {
        transport.answers(Answers.MISSING, Answers.MISSING, Answers.bare(503)).reads(Answers.MISSING, Answers.MISSING);
        CompletableFuture<Reply> reply = sending();
        assertThat(reasonOfTheOutage())
                .isEqualTo("BitAnswer does not answer as it should (HTTP 503)."
                        + " Nothing is lost: the work waits and goes on by itself.");
        assertThat(transport.requests()).hasSize(Clients.ATTEMPTS);

        client.outage().probe();
        assertThat(gate.closure()).isPresent();
        client.outage().probe();

        assertThat(reply.get(5, TimeUnit.SECONDS)).isInstanceOf(Reply.Done.class);
        assertThat(transport.requests()).hasSize(Clients.ATTEMPTS + 1).containsOnly(Clients.REQUEST);
        assertThat(gate.closure()).isEmpty();
    }

    @Test
    void anHttpRefusalIsNoVerdictWhenTheReadFailsToo() throws Exception {
        transport.answers(Answers.bare(404)).reads(Answers.bare(404));
        CompletableFuture<Reply> reply = sending();
        assertThat(reasonOfTheOutage()).startsWith("BitAnswer does not answer as it should (HTTP 404).");

        client.outage().probe();

        assertThat(reply.get(5, TimeUnit.SECONDS)).isInstanceOf(Reply.Done.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aKeyThatIsRefusedWithoutAnEnvelopeIsNamed(int http) throws Exception {
        transport.answers(Answers.bare(http)).reads(Answers.bare(http));
        CompletableFuture<Reply> reply = sending();
        assertThat(reasonOfTheOutage())
                .startsWith("BitAnswer refuses the key or the account (HTTP " + http + "). Check bitanswer.bitkey.");

        client.outage().probe();

        assertThat(reply.get(5, TimeUnit.SECONDS)).isInstanceOf(Reply.Done.class);
    }

    @Test
    void aKeyThatIsRefusedWhenTriesAreSpentIsNamed() throws Exception {
        transport.answers(Answers.MISSING, Answers.MISSING, Answers.MISSING).reads(Answers.status(401));
        CompletableFuture<Reply> reply = sending();
        assertThat(reasonOfTheOutage()).startsWith("BitAnswer refuses the key or the account (HTTP 200, status 401");

        client.outage().probe();

        assertThat(reply.get(5, TimeUnit.SECONDS)).isInstanceOf(Reply.Done.class);
    }

    @Test
    void withoutAKeyEverythingWaitsAndNothingWasTried() throws Exception {
        Answer noKey = new Answer.NotSent("key file k is empty; expected the key alone", true);
        transport.answers(noKey).reads(noKey);
        CompletableFuture<Reply> reply = sending();
        assertThat(reasonOfTheOutage())
                .isEqualTo("key file k is empty; expected the key alone."
                        + " Nothing is lost: the work waits and goes on by itself.");

        client.outage().probe();
        assertThat(gate.closure()).isPresent();
        client.outage().probe();

        assertThat(reply.get(5, TimeUnit.SECONDS)).extracting(Reply::tries).isEqualTo(1);
    }

    @Test
    void aStopStatusClosesTheGateWithoutARead() throws Exception {
        transport.answers(Answers.status(7));
        CompletableFuture<Reply> reply = sending();
        assertThat(reasonOfTheOutage())
                .startsWith("BitAnswer refuses the key or the account (HTTP 200, status 7 no 7).");
        assertThat(transport.readsSent()).isZero();

        client.outage().probe();

        assertThat(reply.get(5, TimeUnit.SECONDS)).extracting(Reply::tries).isEqualTo(2);
    }

    @Test
    void roundsWhileTheReadIsFineCountOnlyInARow() throws Exception {
        for (int attempt = 0; attempt < 4 * Clients.ATTEMPTS; attempt++) {
            transport.answers(Answers.bare(500));
        }
        transport.reads(Answers.DONE, Answers.DONE, Answers.MISSING);
        CompletableFuture<Reply> reply = sending();
        reasonOfTheOutage();

        client.outage().probe();

        assertThat(reply.get(20, TimeUnit.SECONDS))
                .isInstanceOf(Reply.Done.class)
                .extracting(Reply::tries)
                .isEqualTo(4 * Clients.ATTEMPTS + 1);
    }

    @Test
    void aProbeOfAnOpenGateReadsNothing() {
        client.outage().probe();

        assertThat(transport.readsSent()).isZero();
    }

    @Test
    void whoWaitsInAnOutageIsSentHomeWhenTheProgramStops() {
        transport.answers(Answers.status(7));
        CompletableFuture<Reply> reply = sending();
        reasonOfTheOutage();

        gate.stop();

        assertThatThrownBy(() -> reply.get(5, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(StoppingException.class);
        assertThat(transport.requests()).hasSize(1);
    }

    private CompletableFuture<Reply> sending() {
        return crew.call(() -> client.send(Clients.REQUEST, false));
    }

    private String reasonOfTheOutage() {
        await().atMost(Duration.ofSeconds(15)).until(() -> gate.closure().isPresent());
        crew.awaitWaiting();
        return gate.closure().orElseThrow().reason();
    }
}
