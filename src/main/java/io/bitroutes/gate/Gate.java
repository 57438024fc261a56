package io.bitroutes.gate;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The one gate of the process. In an outage it is closed and every worker waits before it with its request; an order to
 * stop sends them all home. Safe for threads.
 */
public final class Gate {
    private Closure closure;
    private boolean stopping;

    /** Why the gate is closed, for people, and since when. */
    public record Closure(String reason, Instant since) {}

    /**
     * Returns as soon as the gate is open.
     *
     * @throws StoppingException if the program is stopping
     */
    public synchronized void pass() {
        while (closure != null && !stopping) {
            waitFor(0);
        }
        if (stopping) {
            throw new StoppingException();
        }
    }

    /**
     * Waits for a while, whether open or closed.
     *
     * @throws StoppingException if the program is stopping, or begins to while waiting
     */
    public synchronized void pause(Duration length) {
        long deadline = System.nanoTime() + length.toNanos();
        long left = length.toNanos();
        while (left > 0 && !stopping) {
            waitFor(left);
            left = deadline - System.nanoTime();
        }
        if (stopping) {
            throw new StoppingException();
        }
    }

    /** Closes it, with a reason for people. Whether it was open; a second reason does not replace the first. */
    public synchronized boolean close(String reason) {
        if (closure != null) {
            return false;
        }
        closure = new Closure(reason, Instant.now());
        return true;
    }

    /** Opens it. Why it was closed; empty if it was open. */
    public synchronized Optional<Closure> open() {
        Optional<Closure> before = closure();
        closure = null;
        notifyAll();
        return before;
    }

    /** Why it is closed; empty when it is open. */
    public synchronized Optional<Closure> closure() {
        return Optional.ofNullable(closure);
    }

    /** Sends everybody home, for good. */
    public synchronized void stop() {
        stopping = true;
        notifyAll();
    }

    /** Whether the program is stopping. */
    public synchronized boolean stopping() {
        return stopping;
    }

    private void waitFor(long nanoseconds) {
        try {
            if (nanoseconds == 0) {
                wait();
            } else {
                TimeUnit.NANOSECONDS.timedWait(this, nanoseconds);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppingException();
        }
    }
}
