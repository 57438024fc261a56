package io.bitroutes.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the catalogue's YAML and checks that it does not contradict itself. */
record OperationsFile(Map<String, Resource> resources, Map<String, Entry> operations) {

    record Resource(Map<String, FieldEntry> fields) {}

    record FieldEntry(
            Field.Type type,
            boolean required,
            boolean readOnly,
            boolean clearable,
            List<Integer> values,
            String sends,
            List<String> aliases) {

        Field named(String name) {
            return new Field(
                    name,
                    type == null ? Field.Type.STRING : type,
                    required,
                    readOnly,
                    clearable,
                    orEmpty(values),
                    sends == null ? name : sends,
                    orEmpty(aliases));
        }
    }

    record Entry(
            String resource,
            String method,
            String path,
            Operation.Body body,
            int limit,
            String repeat,
            List<String> key,
            List<String> fields,
            List<String> bodyFields,
            boolean resetsMissing,
            boolean removes,
            List<String> queries,
            List<String> sorts,
            boolean pathCollides,
            String reader,
            String instead) {}

    private static final Set<String> METHODS = Set.of("GET", "POST", "PATCH", "DELETE");
    private static final int MOST_ITEMS = 1000;

    static List<Operation> read(String source, InputStream yaml) throws IOException {
        OperationsFile file;
        try {
            file = mapper().readValue(yaml, OperationsFile.class);
        } catch (JsonProcessingException e) {
            throw new CatalogueException(source, e);
        }
        List<Operation> operations = new ArrayList<>();
        file.operations.forEach((id, entry) -> operations.add(file.operation(source, id, entry)));
        return operations;
    }

    private static ObjectMapper mapper() {
        return JsonMapper.builder(new YAMLFactory())
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    private Operation operation(String source, String id, Entry entry) {
        Checks checks = new Checks(source, id);
        checks.that(resources.containsKey(entry.resource()), "resource", entry.resource(), resources.keySet());
        checks.that(METHODS.contains(entry.method()), "method", entry.method(), METHODS);
        checks.that(entry.limit() >= 1 && entry.limit() <= MOST_ITEMS, "limit", entry.limit(), "1 to " + MOST_ITEMS);
        checks.that(entry.key() != null && !entry.key().isEmpty(), "key", entry.key(), "the fields that name a record");
        checks.that(
                entry.reader() == null || operations.containsKey(entry.reader()),
                "reader",
                entry.reader(),
                operations.keySet());
        checks.that(
                entry.instead() == null || operations.containsKey(entry.instead()),
                "instead",
                entry.instead(),
                operations.keySet());
        Map<String, Field> known = fieldsOf(entry.resource());
        checks.fields("fields", orEmpty(entry.fields()), known);
        checks.fields("key", entry.key(), known);
        checks.fields("bodyFields", orEmpty(entry.bodyFields()), known);
        checks.fields("queries", orEmpty(entry.queries()), known);
        checks.fields("sorts", orEmpty(entry.sorts()), known);
        Operation operation = build(id, entry, known);
        checks.fields("path", operation.pathFields(), known);
        return operation;
    }

    private static Operation build(String id, Entry entry, Map<String, Field> known) {
        return new Operation(
                id,
                entry.resource(),
                entry.method(),
                entry.path(),
                entry.body(),
                entry.limit(),
                Operation.Repeat.valueOf(entry.repeat().toUpperCase(Locale.ROOT).replace('-', '_')),
                entry.key(),
                known.values().stream()
                        .filter(field -> field.readOnly()
                                || entry.fields() == null
                                || entry.fields().contains(field.name()))
                        .toList(),
                orEmpty(entry.bodyFields()),
                entry.resetsMissing(),
                entry.removes(),
                orEmpty(entry.queries()),
                orEmpty(entry.sorts()),
                entry.pathCollides(),
                Optional.ofNullable(entry.reader()),
                Optional.ofNullable(entry.instead()));
    }

    private Map<String, Field> fieldsOf(String resource) {
        Map<String, Field> fields = new LinkedHashMap<>();
        resources.get(resource).fields().forEach((name, entry) -> fields.put(name, entry.named(name)));
        return fields;
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }

    private record Checks(String source, String id) {
        void that(boolean holds, String member, Object found, Object expected) {
            if (!holds) {
                throw new CatalogueException(source, id, member + " is " + found + ", expected " + expected);
            }
        }

        void fields(String member, List<String> names, Map<String, Field> known) {
            names.forEach(name -> that(known.containsKey(name), member, name, known.keySet()));
        }
    }
}
