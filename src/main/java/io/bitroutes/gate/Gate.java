package io.bitroutes.gate;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The one gate of the process. In an outage it is closed and every worker waits before it with its request; an order to
 * stop sends them all home. Safe for threads.
 */
public final class Gate {
    private final Troubles troubles = new Troubles();
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
        try {
            while (closure != null && !stopping) {
                wait();
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
        goHomeIfStopping();
    }

    /**
     * Waits for a while, whether open or closed.
     *
     * @throws StoppingException if the program is stopping, or begins to while waiting
     */
    public synchronized void pause(Duration length) {
        rest(length);
        goHomeIfStopping();
    }

    /** Waits for a while, or until the program is stopping. */
    public synchronized void rest(Duration length) {
        long begun = System.nanoTime();
        try {
            for (long left = length.toNanos();
                    left > 0 && !stopping;
                    left = length.toNanos() - (System.nanoTime() - begun)) {
                wait(Math.max(1, Duration.ofNanos(left).toMillis()));
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** Closes it, with a reason for people. Whether it was open; a second reason does not replace the first. */
    public synchronized boolean close(String reason) {
        if (closure != null) {
            return false;
        }
        closure = new Closure(reason, Instant.now().truncatedTo(ChronoUnit.MILLIS));
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

    /** What is wrong beside BitAnswer. */
    public Troubles troubles() {
        return troubles;
    }

    /** Whether new files and messages may be taken: not in an outage, in a trouble that stops the intake, or at a stop. */
    public synchronized boolean takesIn() {
        return !stopping && closure == null && !troubles.stopIntake();
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

    private void goHomeIfStopping() {
        if (stopping) {
            throw new StoppingException();
        }
    }

    private static StoppingException interrupted() {
        Thread.currentThread().interrupt();
        return new StoppingException();
    }
}
