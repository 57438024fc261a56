package io.bitroutes.deliver;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.api.Envelope;
import io.bitroutes.batch.Batch;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which records of a part an answer with status 0 does not confirm. The answer lists those really changed. */
final class Confirmation {
    private final Batch batch;
    private final Lookup lookup;
    private final SilentAnswers silences;

    Confirmation(Batch batch, Lookup lookup, SilentAnswers silences) {
        this.batch = batch;
        this.lookup = lookup;
        this.silences = silences;
    }

    /** The positions that are not listed, and not there when read back either. */
    List<Integer> missing(Part part, Envelope envelope) {
        return envelope.items()
                .map(items -> inOrder(part, items) || !carryKeys(items)
                        ? List.<Integer>of()
                        : absent(unlisted(part, names(items))))
                .orElseGet(() -> missingFromSilence(part));
    }

    /** The first answer of a job that lists nobody is read back: it tells what the others mean. */
    private List<Integer> missingFromSilence(Part part) {
        if (silences.meanConfirmed(batch.job())) {
            return List.of();
        }
        List<Integer> absent = absent(part.positions());
        silences.learn(batch.job(), absent.isEmpty());
        return absent;
    }

    private List<Integer> absent(List<Integer> unlisted) {
        return unlisted.isEmpty()
                ? unlisted
                : lookup.notApplied(batch, unlisted).orElse(unlisted);
    }

    /** No items list nothing; items without the key say nothing about who they are. */
    private boolean carryKeys(List<JsonNode> items) {
        return items.isEmpty() || items.stream().anyMatch(item -> item.hasNonNull(keyField()));
    }

    /** Whether it lists all of them in their order, as it usually does. */
    private boolean inOrder(Part part, List<JsonNode> items) {
        boolean same = items.size() == part.size();
        for (int index = 0; same && index < items.size(); index++) {
            List<String> keys = batch.payload().keys(part.first() + index);
            same = keys.contains(items.get(index).path(keyField()).asText().strip());
        }
        return same;
    }

    private Set<String> names(List<JsonNode> items) {
        return items.stream()
                .map(item -> item.path(keyField()).asText().strip())
                .collect(Collectors.toSet());
    }

    private List<Integer> unlisted(Part part, Set<String> listed) {
        return IntStream.rangeClosed(part.first(), part.last())
                .filter(position -> batch.payload().keys(position).stream()
                        .map(String::strip)
                        .noneMatch(listed::contains))
                .boxed()
                .toList();
    }

    private String keyField() {
        return batch.operation().keyField();
    }
}
