package io.bitroutes.http;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait between tries: doubling, with jitter, and what the server asks for.
 *
 * @param attempts tries in all
 * @param delay the first wait
 * @param maxDelay the longest wait, also when the server asks for more
 */
public record Backoff(int attempts, Duration delay, Duration maxDelay) {
    private static final int MOST_DOUBLINGS = 20;

    /** The wait after a failed try (1 = the first): half of it fixed, half by chance, never less than the server asks. */
    Duration after(int attempt, Optional<Duration> asked, RandomGenerator chance) {
        long full = Math.min(maxDelay.toMillis(), delay.toMillis() << Math.min(attempt - 1, MOST_DOUBLINGS));
        Duration own = Duration.ofMillis(full / 2 + chance.nextLong(full / 2 + 1));
        return asked.filter(wait -> wait.compareTo(own) > 0).map(this::capped).orElse(own);
    }

    private Duration capped(Duration asked) {
        return asked.compareTo(maxDelay) > 0 ? maxDelay : asked;
    }
}
