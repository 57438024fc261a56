package io.bitroutes.cli;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows when the program is told to end: the bundle is closed, but not waited for without end. What is still
 * under way at the limit is resumed at the next start, as after a kill.
 */
final class OrderlyEnd {
    private static final Logger LOG = LoggerFactory.getLogger(OrderlyEnd.class);

    /** Closing ledger and broker takes a moment when the routes have needed all of their time. */
    private static final Duration AFTER_THE_ROUTES = Duration.ofMillis(1200);

    private final Runnable close;
    private final Duration limit;

    /** @param routes how long the routes may need */
    OrderlyEnd(Runnable close, Duration routes) {
        this.close = close;
        this.limit = routes.plus(AFTER_THE_ROUTES);
    }

    void whenTold() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::run, "end"));
    }

    void run() {
        Thread closing = new Thread(close, "stop");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(limit.toMillis());
            if (closing.isAlive()) {
                LOG.warn("not stopped after {} ms; what is under way goes on at the next start", limit.toMillis());
            }
        } catch (InterruptedException e) {
            // Then the process ends at once, as it may at any moment.
            Thread.currentThread().interrupt();
        }
    }
}
