package io.bitroutes.bus;

import io.bitroutes.api.Operation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Which messages of one transaction need not be sent again, as they come. Of an operation on many records nothing is skipped
 * that comes after a message which does go out: with the same key it would be left with the older values. That holds for
 * later deliveries too, so what is remembered of the queue is forgotten before anything goes out. Brokers that were killed
 * do not always say that they have delivered a message before. Not safe for threads.
 */
final class Skips {
    private final Confirmed confirmed;
    private final boolean onlyTheFirst;
    private boolean over;

    Skips(Confirmed confirmed, Operation operation) {
        this.confirmed = confirmed;
        this.onlyTheFirst = operation.batched();
    }

    /** How many records those of the next messages held that need not be sent again, by id. */
    Map<String, Long> among(List<BusMessage> messages) {
        if (over || messages.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> known = confirmed.among(messages);
        return onlyTheFirst ? first(messages, known) : known;
    }

    private Map<String, Long> first(List<BusMessage> messages, Map<String, Long> known) {
        List<String> first = messages.stream()
                .map(message -> message.id().orElse(""))
                .takeWhile(known::containsKey)
                .toList();
        if (first.size() < messages.size()) {
            over = true;
            confirmed.forget(messages.get(0).queue());
        }
        return first.stream().collect(Collectors.toMap(id -> id, known::get, (one, same) -> one));
    }
}
