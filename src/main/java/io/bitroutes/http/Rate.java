package io.bitroutes.http;

import io.bitroutes.gate.Gate;
import java.time.Duration;

/** At most so many requests a second for the whole process, evenly spaced. Safe for threads. */
public final class Rate {
    private static final double NANOSECONDS = 1e9;

    private final Gate gate;
    private final long spacing;
    private long next = System.nanoTime();

    /** @param perSecond requests a second; 0 = no limit */
    public Rate(double perSecond, Gate gate) {
        this.gate = gate;
        this.spacing = perSecond == 0 ? 0 : (long) (NANOSECONDS / perSecond);
    }

    /**
     * Waits for the next free place.
     *
     * @throws io.bitroutes.gate.StoppingException if the program is stopping
     */
    void await() {
        if (spacing > 0) {
            gate.pause(Duration.ofNanos(reserve()));
        }
    }

    private synchronized long reserve() {
        long now = System.nanoTime();
        next = Math.max(now, next);
        long wait = next - now;
        next += spacing;
        return wait;
    }
}
