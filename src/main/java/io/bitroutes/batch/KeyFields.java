package io.bitroutes.batch;

import io.bitroutes.api.Field;
import io.bitroutes.api.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The fields that name the records of an operation, looked up once: every record asks for them. Immutable. */
final class KeyFields {
    private final List<String> scope;
    private final List<String> names;

    KeyFields(Operation operation) {
        String keyField = operation.keyField();
        this.scope = operation.key().stream()
                .filter(field -> !field.equals(keyField))
                .toList();
        Stream<String> renamed = operation.fields().stream()
                .filter(field -> field.sends().equals(keyField))
                .map(Field::name)
                .filter(name -> !name.equals(keyField));
        this.names = Stream.concat(Stream.of(keyField), renamed).toList();
    }

    /** What names a record with these values. */
    RecordKeys of(Map<String, Object> values) {
        StringBuilder inScope = new StringBuilder();
        for (String field : scope) {
            inScope.append(name(values.get(field)));
        }
        List<String> given = new ArrayList<>(1);
        for (String field : names) {
            Object value = values.get(field);
            if (value != null) {
                given.add(name(value));
            }
        }
        return new RecordKeys(inScope.toString(), List.copyOf(given));
    }

    /** Names are compared trimmed. */
    private static String name(Object value) {
        return value.toString().strip();
    }
}
