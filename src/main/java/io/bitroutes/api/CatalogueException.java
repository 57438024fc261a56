package io.bitroutes.api;

/** A catalogue of operations that contradicts itself or is not one. The message names file, operation and member. */
public final class CatalogueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    CatalogueException(String source, String where, String what) {
        super(source + ": " + where + ": " + what);
    }

    CatalogueException(String source, Throwable cause) {
        super(source + ": " + cause.getMessage(), cause);
    }
}
