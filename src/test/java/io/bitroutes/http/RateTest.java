package io.bitroutes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.Crew;
import io.bitroutes.gate.Gate;
import io.bitroutes.gate.StoppingException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RateTest {
    private final Gate gate = new Gate();

    @Test
    void requestsOfAllWorkersAreSpaced() throws Exception {
        Rate rate = new Rate(100, gate);
        long begun = System.nanoTime();
        try (Crew crew = new Crew()) {
            CompletableFuture<?>[] workers = new CompletableFuture<?>[3];
            for (int worker = 0; worker < workers.length; worker++) {
                workers[worker] = crew.start(() -> fiveTimes(rate));
            }
            CompletableFuture.allOf(workers).get(10, TimeUnit.SECONDS);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(140));
    }

    @Test
    void noLimitDoesNotWait() {
        Rate rate = new Rate(0, gate);
        gate.stop();

        rate.await();
    }

    @Test
    void whoWaitsForItsPlaceIsSentHomeWhenTheProgramStops() {
        Rate rate = new Rate(0.001, gate);
        rate.await();
        gate.stop();

        assertThatThrownBy(rate::await).isInstanceOf(StoppingException.class);
    }

    private static void fiveTimes(Rate rate) {
        for (int request = 0; request < 5; request++) {
            rate.await();
        }
    }
}
