package io.bitroutes.http;

import java.time.Duration;

/** A moment on this process's monotonic clock. */
public record Moment(long nanoTime) {

    /** This moment. */
    public static Moment now() {
        return new Moment(System.nanoTime());
    }

    /** Whether it is later than the other. */
    boolean isAfter(Moment other) {
        return nanoTime - other.nanoTime > 0;
    }

    Moment later(Moment other) {
        return isAfter(other) ? this : other;
    }

    /** So much later. */
    public Moment plus(Duration length) {
        return new Moment(nanoTime + length.toNanos());
    }

    /** How long until it comes; zero when it has passed. */
    Duration fromNow() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }
}
