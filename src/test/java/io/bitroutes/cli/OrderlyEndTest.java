package io.bitroutes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class OrderlyEndTest {
    @Test
    void whatClosesInTimeIsWaitedFor() {
        AtomicBoolean closed = new AtomicBoolean();

        new OrderlyEnd(() -> closed.set(true), Duration.ofSeconds(10)).run();

        assertThat(closed).isTrue();
    }

    @Test
    void whatDoesNotCloseIsLeft() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicBoolean closed = new AtomicBoolean();

        new OrderlyEnd(
                        () -> {
                            awaitUninterrupted(never);
                            closed.set(true);
                        },
                        Duration.ofMillis(1))
                .run();

        assertThat(closed).isFalse();
        never.countDown();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
