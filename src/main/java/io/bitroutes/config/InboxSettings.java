package io.bitroutes.config;

import java.time.Duration;
import java.util.List;

/**
 * How dropped files are taken.
 *
 * @param settle how long size and time of a file must stay the same
 * @param operations ids of by-name operations that get a folder as well; {@code all} alone = all of them. Not checked
 *     against the catalogue
 * @param maxInvalid how many bad rows a file may have before nothing of it is sent
 */
public record InboxSettings(Duration settle, List<String> operations, RowLimit maxInvalid) {
    private static final Key<Duration> SETTLE = Key.of("inbox.settle", "5s", Kinds.duration("0s", "1d"));
    private static final Key<List<String>> OPERATIONS = Key.of("inbox.operations", "none", Kinds.operations());
    private static final Key<RowLimit> MAX_INVALID = Key.of("max-invalid", "10%", Kinds.rowLimit());

    static final List<Key<?>> KEYS = List.of(SETTLE, OPERATIONS, MAX_INVALID);

    public InboxSettings {
        operations = List.copyOf(operations);
    }

    static InboxSettings from(Reading reading) {
        return new InboxSettings(reading.get(SETTLE), reading.get(OPERATIONS), reading.get(MAX_INVALID));
    }
}
