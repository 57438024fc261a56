package io.bitroutes.config;

import java.time.Duration;
import java.util.List;

/**
 * How a request is tried again.
 *
 * @param attempts the tries of one request in all, at least 1
 * @param delay before the second try; it doubles with each further one
 * @param maxDelay the longest delay, the server's own wish included; never below {@code delay}
 * @param probeInterval between two looks whether an outage is over
 */
public record RetrySettings(int attempts, Duration delay, Duration maxDelay, Duration probeInterval) {
    private static final Key<Integer> ATTEMPTS = Key.of("retry.attempts", "5", Kinds.whole(1, 100));
    private static final Key<Duration> DELAY = Key.of("retry.delay", "500ms", Kinds.duration("1ms", "1h"));
    private static final Key<Duration> MAX_DELAY = Key.of("retry.max-delay", "30s", Kinds.duration("1ms", "1d"));
    private static final Key<Duration> PROBE_INTERVAL =
            Key.of("outage.probe-interval", "10s", Kinds.duration("1ms", "1h"));

    static final List<Key<?>> KEYS = List.of(ATTEMPTS, DELAY, MAX_DELAY, PROBE_INTERVAL);

    static RetrySettings from(Reading reading) {
        RetrySettings settings = new RetrySettings(
                reading.get(ATTEMPTS), reading.get(DELAY), reading.get(MAX_DELAY), reading.get(PROBE_INTERVAL));
        if (settings.maxDelay.compareTo(settings.delay) < 0) {
            reading.refuse(MAX_DELAY, reading.texts().of("config.expected.at-least", DELAY.full()));
        }
        return settings;
    }
}
