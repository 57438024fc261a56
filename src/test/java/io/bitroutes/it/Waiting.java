package io.bitroutes.it;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for something that a healthy program reaches in seconds, with patience for a slow machine. */
public final class Waiting {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(20);

    private Waiting() {}

    public static void until(String what, Callable<Boolean> reached) {
        until(what, PATIENCE, reached);
    }

    /** The same for what takes longer by its nature. */
    public static void until(String what, Duration patience, Callable<Boolean> reached) {
        await(what).pollDelay(Duration.ZERO).pollInterval(POLL).atMost(patience).until(reached);
    }

    /** Something stays true for a while. */
    public static void during(Duration length, String what, Callable<Boolean> holds) {
        await(what)
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL)
                .during(length)
                .atMost(PATIENCE)
                .failFast(what + " no more", () -> !holds.call())
                .until(holds);
    }
}
