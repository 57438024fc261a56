package io.bitroutes.api;

import java.util.List;

/**
 * A field of a resource: a column of a CSV file, a member of a JSON record.
 *
 * @param name the name in files and answers
 * @param type the type of its values
 * @param required whether every record must give it
 * @param readOnly whether it comes in answers only: accepted in a file, never sent
 * @param clearable whether the API can store an empty string in it, so that the clear token is allowed
 * @param values the only integers allowed; empty = any
 * @param sends the member it becomes in a body; differs from the name only for a rename
 * @param aliases other names people use for it, the Chinese names of the API pages among them
 */
public record Field(
        String name,
        Type type,
        boolean required,
        boolean readOnly,
        boolean clearable,
        List<Integer> values,
        String sends,
        List<String> aliases) {

    /** What a field's value may be. */
    public enum Type {
        STRING,
        INTEGER
    }

    public Field {
        values = List.copyOf(values);
        aliases = List.copyOf(aliases);
    }
}
