package io.bitroutes.api;

/** A query that cannot be sent: a text for people, with the place and what is allowed there. */
public final class QueryException extends Exception {
    private static final long serialVersionUID = 1L;

    QueryException(String message) {
        super(message);
    }
}
