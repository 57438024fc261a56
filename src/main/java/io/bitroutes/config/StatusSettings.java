package io.bitroutes.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the server's status codes mean; a code that stands nowhere condemns the request that got it.
 *
 * @param retry codes after which the same request is sent again
 * @param stop codes that mean an outage
 * @param repeat codes that mean "already done" when the request was sent before
 */
public record StatusSettings(Set<Long> retry, Set<Long> stop, Set<Long> repeat) {
    private static final Key<Set<Long>> RETRY = Key.of("retry-statuses", "none", Kinds.statuses());
    private static final Key<Set<Long>> STOP = Key.of("stop-statuses", "none", Kinds.statuses());
    private static final Key<Set<Long>> REPEAT = Key.of("repeat-statuses", "none", Kinds.statuses());

    static final List<Key<?>> KEYS = List.of(RETRY, STOP, REPEAT);

    public StatusSettings {
        retry = Set.copyOf(retry);
        stop = Set.copyOf(stop);
        repeat = Set.copyOf(repeat);
    }

    static StatusSettings from(Reading reading) {
        StatusSettings settings = new StatusSettings(reading.get(RETRY), reading.get(STOP), reading.get(REPEAT));
        refuseShared(reading, STOP, settings.stop, RETRY, settings.retry);
        refuseShared(reading, REPEAT, settings.repeat, RETRY, settings.retry);
        refuseShared(reading, REPEAT, settings.repeat, STOP, settings.stop);
        return settings;
    }

    private static void refuseShared(Reading reading, Key<?> key, Set<Long> codes, Key<?> other, Set<Long> otherCodes) {
        Set<Long> shared = new LinkedHashSet<>(codes);
        shared.retainAll(otherCodes);
        if (!shared.isEmpty()) {
            List<String> named = shared.stream().sorted().map(String::valueOf).toList();
            reading.refuse(key, reading.texts().of("config.expected.not-in", other.full(), String.join(", ", named)));
        }
    }
}
