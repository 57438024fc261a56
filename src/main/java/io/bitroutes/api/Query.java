package io.bitroutes.api;

import java.util.List;

/**
 * The body of a query call. Conditions are combined with AND, several values of one condition are alternatives.
 *
 * @param querys the conditions; may be empty
 * @param sorts the order; may be empty
 */
public record Query(List<Condition> querys, List<Sort> sorts) {

    /** One condition: operators seen are {@code =}, {@code like} (with {@code %}) and {@code >}. */
    public record Condition(String name, String op, List<String> values) {}

    /** One sort field, ascending. */
    public record Sort(String name) {}

    /** The records whose field equals one of the values. */
    public static Query anyOf(String field, List<String> values) {
        return new Query(List.of(new Condition(field, "=", List.copyOf(values))), List.of());
    }
}
