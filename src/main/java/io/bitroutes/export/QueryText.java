package io.bitroutes.export;

import java.nio.file.Path;

/** A query, or its sorts, as JSON that somebody wrote down: in place or in a file. Immutable. */
public sealed interface QueryText {

    /** JSON itself. */
    record Inline(String json) implements QueryText {}

    /** The name of a file with JSON, which is read anew for each order. */
    record InFile(Path file) implements QueryText {}

    /**
     * What begins with a brace or a bracket is JSON, everything else the name of a file.
     *
     * @param folder where relative names begin
     */
    static QueryText of(String text, Path folder) {
        String stripped = text.strip();
        return stripped.startsWith("{") || stripped.startsWith("[")
                ? new Inline(stripped)
                : new InFile(folder.resolve(stripped));
    }
}
