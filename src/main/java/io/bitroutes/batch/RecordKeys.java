package io.bitroutes.batch;

import io.bitroutes.api.Operation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What names a record.
 *
 * @param scope what its names belong to: a licence code; else empty
 * @param names its own name first, then the one it is renamed to
 */
record RecordKeys(String scope, List<String> names) {

    static RecordKeys of(Operation operation, Map<String, Object> values) {
        String keyField = operation.keyField();
        String scope = operation.key().stream()
                .filter(field -> !field.equals(keyField))
                .map(field -> name(values.get(field)))
                .collect(Collectors.joining());
        Stream<Object> renamed = operation.fields().stream()
                .filter(field -> field.sends().equals(keyField) && !field.name().equals(keyField))
                .map(field -> values.get(field.name()));
        List<String> names = Stream.concat(Stream.of(values.get(keyField)), renamed)
                .filter(Objects::nonNull)
                .map(RecordKeys::name)
                .toList();
        return new RecordKeys(scope, names);
    }

    /** Names are compared trimmed. */
    private static String name(Object value) {
        return value.toString().strip();
    }

    /** The names together with their scope, shortened to what {@link KeyHashes} keeps. */
    int[] hashes() {
        return names.stream().mapToInt(name -> KeyHashes.hash(scope, name)).toArray();
    }
}
