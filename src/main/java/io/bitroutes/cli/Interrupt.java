package io.bitroutes.cli;

import io.bitroutes.gate.Gate;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command end in order when the program is told to (Ctrl-C, SIGTERM): whoever waits or works at its gate goes
 * home, and the end of the process waits until this is closed. Once closed, it does nothing.
 */
final class Interrupt implements AutoCloseable {
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final Gate gate = new Gate();
    private final CountDownLatch closed = new CountDownLatch(1);

    private Interrupt() {}

    static Interrupt listen() {
        Interrupt interrupt = new Interrupt();
        Runtime.getRuntime().addShutdownHook(new Thread(interrupt::end, "interrupt"));
        return interrupt;
    }

    /** It sends everybody home when the program is told to end. */
    Gate gate() {
        return gate;
    }

    private void end() {
        gate.stop();
        try {
            closed.await(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // Then the process ends at once, as it may at any moment.
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
