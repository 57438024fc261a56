package io.bitroutes.config;

import java.time.Duration;
import java.util.List;

/**
 * How questions over the bus are answered.
 *
 * @param timeout how long BitAnswer is asked before there is an answer without data
 * @param mostBytes the room for records in an answer
 */
public record AskSettings(Duration timeout, long mostBytes) {
    private static final Key<Duration> TIMEOUT = Key.of("jms.ask.timeout", "20s", Kinds.duration("1s", "1h"));
    private static final Key<DataSize> MAX_SIZE = Key.of("jms.ask.max-size", "4MB", Kinds.size("1KB", "100MB"));

    static final List<Key<?>> KEYS = List.of(TIMEOUT, MAX_SIZE);

    static AskSettings from(Reading reading) {
        return new AskSettings(reading.get(TIMEOUT), reading.get(MAX_SIZE).bytes());
    }
}
