package io.bitroutes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.gate.Gate;
import io.bitroutes.gate.StoppingException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a request comes to while the gate stays open. */
@Timeout(20)
class SendingTest {
    private final ScriptedTransport transport = new ScriptedTransport();
    private final Gate gate = new Gate();
    private final ApiClient client = Clients.of(transport, gate);

    @Test
    void aSuccessAtOnceIsOneTry() {
        assertThat(send()).isEqualTo(new Reply.Done(((Answer.Enveloped) Answers.DONE).envelope(), 1));
        assertThat(transport.readsSent()).isZero();
    }

    @Test
    void theSameRequestGoesOutThroughAllTries() {
        transport.answers(Answers.MISSING, Answers.bare(503));

        assertThat(send())
                .isInstanceOf(Reply.Done.class)
                .extracting(Reply::tries)
                .isEqualTo(3);

        assertThat(transport.requests()).hasSize(3).containsOnly(Clients.REQUEST);
    }

    @Test
    void theServersWishIsWaitedForUpToTheLongestWait() {
        transport.answers(Answers.bare(429, Duration.ofHours(1)));
        long begun = System.nanoTime();

        send();

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(Duration.ofMillis(8), Duration.ofSeconds(10));
    }

    @Test
    void aRefusalComesBackWithStatusAndWords() {
        transport.answers(Answers.status(3));

        assertThat(send()).isInstanceOfSatisfying(Reply.Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo("3");
            assertThat(refused.msg()).isEqualTo("no 3");
            assertThat(refused.afterUnanswered()).isFalse();
            assertThat(refused.tries()).isEqualTo(1);
        });
        assertThat(transport.readsSent()).isZero();
    }

    @Test
    void aRefusalAfterAnUnansweredTryIsMarked() {
        transport.answers(Answers.MISSING, Answers.status(3));

        assertThat(send()).isInstanceOfSatisfying(Reply.Refused.class, refused -> assertThat(refused.afterUnanswered())
                .isTrue());
    }

    @Test
    void aRefusalOfWhatWentOutInAnEarlierRunIsMarked() {
        transport.answers(Answers.status(3));

        assertThat(client.send(Clients.REQUEST, true))
                .isInstanceOfSatisfying(Reply.Refused.class, refused -> assertThat(refused.afterUnanswered())
                        .isTrue());
    }

    @Test
    void aStatusOfRepeatsMeansDoneOnlyAfterAnUnansweredTry() {
        transport.answers(Answers.MISSING, Answers.status(8), Answers.status(8), Answers.status(8));

        assertThat(send()).isEqualTo(new Reply.Repeated(2));
        assertThat(send()).isInstanceOf(Reply.Refused.class);
        assertThat(client.send(Clients.REQUEST, true)).isEqualTo(new Reply.Repeated(1));
    }

    @Test
    void anHttpRefusalWithoutEnvelopeCountsWhenTheReadIsFine() {
        transport.answers(Answers.bare(403));

        assertThat(send()).isInstanceOfSatisfying(Reply.Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo("403");
            assertThat(refused.msg()).isEqualTo("HTTP 403");
            assertThat(refused.tooLarge()).isFalse();
        });
        assertThat(transport.readsSent()).isEqualTo(1);
        assertThat(gate.closure()).isEmpty();
    }

    @Test
    void whatIsTooLargeIsSaidAtOnce() {
        transport.answers(Answers.bare(413));

        assertThat(send()).isInstanceOfSatisfying(Reply.Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo("413");
            assertThat(refused.tooLarge()).isTrue();
        });
        assertThat(transport.readsSent()).isZero();
    }

    @Test
    void aRequestThatNeverConnectedWasNotSentBefore() {
        transport.answers(new Answer.Missing("ConnectException: refused", false), Answers.status(3));

        assertThat(send()).isInstanceOfSatisfying(Reply.Refused.class, refused -> assertThat(refused.afterUnanswered())
                .isFalse());
    }

    @Test
    void waitingForAConnectionIsNoTry() {
        for (int wait = 0; wait < 3 * Clients.ATTEMPTS; wait++) {
            transport.answers(new Answer.NotSent("InterruptedIOException: no connection", false));
        }
        transport.answers(Answers.status(3));

        assertThat(send()).isInstanceOfSatisfying(Reply.Refused.class, refused -> {
            assertThat(refused.tries()).isEqualTo(1);
            assertThat(refused.afterUnanswered()).isFalse();
        });
        assertThat(transport.readsSent()).isZero();
    }

    @Test
    void whatIsTooLateToRepeatIsNotSentAgain() {
        transport.answers(Answers.MISSING);

        assertThat(client.send(Clients.REQUEST, false, () -> false)).isEqualTo(new Reply.Late(1));
        assertThat(client.send(Clients.REQUEST, true, () -> false)).isEqualTo(new Reply.Late(0));
        assertThat(transport.requests()).hasSize(1);
    }

    @Test
    void whatWasNotSentYetIsNeverTooLate() {
        assertThat(client.send(Clients.REQUEST, false, () -> false)).isInstanceOf(Reply.Done.class);
    }

    @Test
    void aRequestThatNeverSucceedsWhileTheReadDoesIsHopeless() {
        for (int attempt = 0; attempt < 3 * Clients.ATTEMPTS; attempt++) {
            transport.answers(Answers.bare(500));
        }

        assertThat(send()).isEqualTo(new Reply.Hopeless("HTTP 500", 3 * Clients.ATTEMPTS));

        assertThat(transport.requests()).hasSize(3 * Clients.ATTEMPTS).containsOnly(Clients.REQUEST);
        assertThat(transport.readsSent()).isEqualTo(3);
        assertThat(gate.closure()).isEmpty();
    }

    @Test
    void aStoppingProgramSendsNothing() {
        gate.stop();

        assertThatThrownBy(this::send).isInstanceOf(StoppingException.class);
        assertThat(transport.requests()).isEmpty();
    }

    private Reply send() {
        return client.send(Clients.REQUEST, false);
    }
}
