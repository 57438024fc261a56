package io.bitroutes.api;

import java.util.Optional;

/** A name that a path cannot carry: {@code .} and {@code ..} are normalised away, {@code data} can be the query. */
public final class UnreachableNameException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final String value;
    private final transient Optional<String> instead;

    UnreachableNameException(String field, String value, Optional<String> instead) {
        super("a path cannot carry " + field + " '" + value + "'");
        this.field = field;
        this.value = value;
        this.instead = instead;
    }

    /** The field whose value it is. */
    public String field() {
        return field;
    }

    /** The value itself. */
    public String value() {
        return value;
    }

    /** The operation that can carry it, where there is one. */
    public Optional<String> instead() {
        return instead;
    }
}
