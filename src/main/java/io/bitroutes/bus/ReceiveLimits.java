package io.bitroutes.bus;

import java.time.Duration;
import java.util.function.ToIntFunction;

/**
 * When the route is given messages, and when a transaction has enough of them.
 *
 * @param records how many records are given to the route together, as the counter sees them
 * @param bodies how many times as many a transaction takes at most
 * @param linger how long to wait for more after the first
 * @param counter how many records a message holds, roughly
 */
record ReceiveLimits(int records, int bodies, Duration linger, ToIntFunction<BusMessage> counter) {
    /** So that memory is bounded whatever is in the queue. */
    static final int MOST_BYTES = 4 << 20;

    /** Of a transaction. */
    long mostRecords() {
        return (long) records * bodies;
    }
}
