package io.bitroutes.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One call of the API. Immutable; made by {@link Operations#load}.
 *
 * @param id our name for it, used everywhere: {@code customers.replace}
 * @param resource {@code customers}, {@code products} or {@code datas}
 * @param method the HTTP method
 * @param path the path below the base URL, with {@code {field}} for variables
 * @param body the shape of the request body
 * @param limit the most items of a batch body, or of a page
 * @param repeat what a second application does
 * @param key the fields that name a record, the last of them within its endpoint
 * @param fields all fields of a record of this operation, read-only ones included
 * @param bodyFields fields of the path that the body repeats
 * @param resetsMissing whether a field left out is reset to its default
 * @param removes whether the record is gone afterwards
 * @param queries the fields a query may have conditions on; empty for everything but queries
 * @param sorts the fields a query may sort by; empty for everything but queries
 * @param pathCollides whether a last path segment {@code data} would reach the query instead
 * @param reader id of the query that reads the records back; absent for reads
 * @param instead id of the operation to use when the path cannot carry a name
 */
public record Operation(
        String id,
        String resource,
        String method,
        String path,
        Body body,
        int limit,
        Repeat repeat,
        List<String> key,
        List<Field> fields,
        List<String> bodyFields,
        boolean resetsMissing,
        boolean removes,
        List<String> queries,
        List<String> sorts,
        boolean pathCollides,
        Optional<String> reader,
        Optional<String> instead) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** The shape of a request body. */
    public enum Body {
        NONE,
        QUERY,
        RECORD,
        RECORDS,
        NAMES
    }

    /** What a second application of the same request does. */
    public enum Repeat {
        NONE,
        SAME,
        SAME_UNLESS_RENAMED,
        LOOK_UP
    }

    public Operation {
        key = List.copyOf(key);
        fields = List.copyOf(fields);
        bodyFields = List.copyOf(bodyFields);
        queries = List.copyOf(queries);
        sorts = List.copyOf(sorts);
    }

    /** Whether it changes something: then it has an inbox folder and a queue. */
    public boolean writes() {
        return repeat != Repeat.NONE;
    }

    /** Whether it answers many records, page by page: a list or a query. */
    public boolean pages() {
        return !writes() && limit > 1;
    }

    /** Whether one request carries many records. */
    public boolean batched() {
        return body == Body.RECORDS || body == Body.NAMES;
    }

    /** The field that tells the records of one endpoint apart. */
    public String keyField() {
        return key.get(key.size() - 1);
    }

    /** The fields that stand in the path, in order. */
    public List<String> pathFields() {
        return VARIABLE.matcher(path).results().map(match -> match.group(1)).toList();
    }

    /** The fields that stand in the body, in the catalogue's order. */
    public List<Field> sentFields() {
        List<String> inPath = pathFields();
        return fields.stream()
                .filter(field -> !field.readOnly())
                .filter(field -> !inPath.contains(field.name()) || bodyFields.contains(field.name()))
                .toList();
    }

    /** The field of that exact name. */
    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /**
     * The path for one record, each variable percent-encoded as one segment.
     *
     * @param values the record's fields; every path field must be there
     * @throws UnreachableNameException if a path cannot carry one of the names
     */
    public String pathFor(Map<String, ?> values) {
        // Every record comes here, and most paths have none.
        return path.indexOf('{') < 0 ? path : withVariables(values);
    }

    private String withVariables(Map<String, ?> values) {
        return VARIABLE.matcher(path).replaceAll(match -> {
            String name = match.group(1);
            String value = String.valueOf(values.get(name));
            if (PathSegment.vanishes(value) || (pathCollides && match.end() == path.length() && value.equals("data"))) {
                throw new UnreachableNameException(name, value, insteadFor(name));
            }
            return PathSegment.encode(value);
        });
    }

    /** A batched operation takes the record's name into its body, but keeps the licence in its path. */
    private Optional<String> insteadFor(String field) {
        return field.equals(keyField()) ? instead : Optional.empty();
    }
}
