package io.bitroutes.export;

/** Why an export cannot be begun, or cannot go on: a text for people, in their language. */
public final class ExportException extends Exception {
    private static final long serialVersionUID = 1L;

    ExportException(String message) {
        super(message);
    }

    ExportException(String message, Throwable cause) {
        super(message, cause);
    }
}
