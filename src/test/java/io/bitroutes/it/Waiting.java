package io.bitroutes.it;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for something that a healthy program reaches in seconds, with patience for a slow machine. */
final class Waiting {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(20);

    private Waiting() {}

    static void until(String what, Callable<Boolean> reached) {
        await(what).pollDelay(Duration.ZERO).pollInterval(POLL).atMost(PATIENCE).until(reached);
    }

    /** Something stays true for a while. */
    static void during(Duration length, String what, Callable<Boolean> holds) {
        await(what)
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .during(length)
                .atMost(PATIENCE)
                .failFast(what + " no more", () -> !holds.call())
                .until(holds);
    }
}
