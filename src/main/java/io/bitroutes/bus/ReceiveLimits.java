package io.bitroutes.bus;

import java.time.Duration;
import java.util.function.ToIntFunction;

/**
 * When enough has been received for one exchange.
 *
 * @param records the most records, as the counter sees them
 * @param linger how long to wait for more after the first
 * @param counter how many records a message holds, roughly
 */
record ReceiveLimits(int records, Duration linger, ToIntFunction<BusMessage> counter) {
    /** So that memory is bounded whatever is in the queue. */
    static final int MOST_BYTES = 4 << 20;
}
