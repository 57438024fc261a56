package io.bitroutes.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.Crew;
import io.bitroutes.gate.Gate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class KeyProofTest {
    private final ScriptedTransport transport = new ScriptedTransport();
    private final Gate gate = new Gate();
    private final ApiClient client = Clients.of(transport, gate);
    private final Crew crew = new Crew();

    @AfterEach
    void endThreads() {
        crew.close();
    }

    @Test
    void aReadThatSucceedsProvesTheKey() {
        assertThat(client.keyWorksSince(Moment.now())).isTrue();

        assertThat(transport.readsSent()).isEqualTo(1);
        assertThat(gate.closure()).isEmpty();
    }

    @Test
    void theReadIsOneCustomer() {
        List<ApiRequest> sent = new ArrayList<>();
        ApiClient noting = Clients.of(
                request -> {
                    sent.add(request);
                    return Answers.DONE;
                },
                gate);

        noting.keyWorksSince(Moment.now());

        assertThat(sent).containsExactly(ApiRequest.get("/customers?offset=0&limit=1"));
    }

    @Test
    void aReadThatIsRefusedClosesTheGateAsKeyTrouble() {
        transport.reads(Answers.status(401));

        assertThat(client.keyWorksSince(Moment.now())).isFalse();

        assertThat(gate.closure().orElseThrow().reason())
                .isEqualTo("BitAnswer refuses the key or the account (HTTP 200, status 401 no 401)."
                        + " Check bitanswer.bitkey. Nothing is lost: the work waits and goes on by itself.");
    }

    @Test
    void aReadThatIsNotAnsweredClosesTheGateAsAnOutage() {
        transport.reads(Answers.bare(503));

        assertThat(client.keyWorksSince(Moment.now())).isFalse();

        assertThat(gate.closure().orElseThrow().reason())
                .startsWith("BitAnswer does not answer as it should (HTTP 503).");
    }

    @Test
    void aLaterSuccessProvesTheKeyWithoutARead() {
        Moment refusal = Moment.now();
        client.send(Clients.REQUEST, false);

        assertThat(client.keyWorksSince(refusal)).isTrue();
        assertThat(transport.readsSent()).isZero();
    }

    @Test
    void anEarlierSuccessProvesNothing() {
        client.send(Clients.REQUEST, false);

        client.keyWorksSince(Moment.now());

        assertThat(transport.readsSent()).isEqualTo(1);
    }

    @Test
    void workersWhoWereRefusedTogetherShareOneRead() throws Exception {
        Moment refusal = Moment.now();
        List<CompletableFuture<Boolean>> proofs = new ArrayList<>();
        for (int worker = 0; worker < 4; worker++) {
            proofs.add(crew.call(() -> client.keyWorksSince(refusal)));
        }

        for (CompletableFuture<Boolean> proof : proofs) {
            assertThat(proof.get(5, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(transport.readsSent()).isEqualTo(1);
    }

    @Test
    void theyShareAReadThatFailsAsWell() {
        transport.reads(Answers.status(401), Answers.DONE);
        Moment refusal = Moment.now();

        assertThat(client.keyWorksSince(refusal)).isFalse();
        assertThat(client.keyWorksSince(refusal)).isFalse();

        assertThat(transport.readsSent()).isEqualTo(1);
    }

    @Test
    void readsAreASecondApart() {
        client.keyWorksSince(Moment.now());
        long between = System.nanoTime();
        client.keyWorksSince(Moment.now());

        assertThat(transport.readsSent()).isEqualTo(2);
        assertThat(Duration.ofNanos(System.nanoTime() - between)).isGreaterThan(Duration.ofMillis(900));
    }

    @Test
    void aSuccessDoesNotWaitForAReadUnderWay() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        ApiClient slow = Clients.of(
                request -> {
                    if (request.method().equals("GET")) {
                        reading.countDown();
                        awaitQuietly(answered);
                    }
                    return Answers.DONE;
                },
                gate);
        CompletableFuture<Boolean> proof = crew.call(() -> slow.keyWorksSince(Moment.now()));
        assertThat(reading.await(5, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Reply> success = crew.call(() -> slow.send(Clients.REQUEST, false));

        assertThat(success.get(5, TimeUnit.SECONDS)).isInstanceOf(Reply.Done.class);
        assertThat(proof).isNotDone();
        answered.countDown();
        assertThat(proof.get(5, TimeUnit.SECONDS)).isTrue();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
