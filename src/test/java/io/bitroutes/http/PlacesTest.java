package io.bitroutes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.Crew;
import io.bitroutes.gate.Gate;
import io.bitroutes.gate.StoppingException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PlacesTest {
    private final Gate gate = new Gate();
    private final Places places = new Places(1, gate);
    private final Crew crew = new Crew();

    @AfterEach
    void endThreads() {
        gate.stop();
        crew.close();
    }

    @Test
    void whoComesLaterWaitsForAPlace() throws Exception {
        places.take();
        CompletableFuture<Void> second = crew.start(places::take);
        crew.awaitWaiting();
        assertThat(second).isNotDone();

        places.giveBack();

        second.get(5, TimeUnit.SECONDS);
    }

    @Test
    void whoWaitsIsSentHomeWhenTheProgramStops() {
        places.take();
        CompletableFuture<Void> second = crew.start(places::take);

        gate.stop();

        assertThatThrownBy(() -> second.get(5, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(StoppingException.class);
    }

    @Test
    void noMoreRequestsAreUnderWayThanThereArePlaces() throws Exception {
        AtomicInteger underWay = new AtomicInteger();
        CountDownLatch answered = new CountDownLatch(1);
        ApiClient client = Clients.of(
                request -> {
                    assertThat(underWay.incrementAndGet()).isEqualTo(1);
                    assertThat(await(answered)).isTrue();
                    underWay.decrementAndGet();
                    return Answers.DONE;
                },
                gate,
                places);
        CompletableFuture<Reply> first = crew.call(() -> client.send(Clients.REQUEST, false));
        CompletableFuture<Reply> second = crew.call(() -> client.send(Clients.REQUEST, false));
        crew.awaitWaiting();

        answered.countDown();

        assertThat(first.get(5, TimeUnit.SECONDS)).isInstanceOf(Reply.Done.class);
        assertThat(second.get(5, TimeUnit.SECONDS)).isInstanceOf(Reply.Done.class);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
