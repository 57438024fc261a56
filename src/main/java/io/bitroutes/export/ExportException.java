package io.bitroutes.export;

import java.util.Optional;

/** Why an export cannot be begun, or cannot go on: a text for people, in their language. */
public final class ExportException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String parameter;

    ExportException(String message) {
        this(message, null);
    }

    ExportException(String message, Throwable cause) {
        this("", message, cause);
    }

    private ExportException(String parameter, String message, Throwable cause) {
        super(message, cause);
        this.parameter = parameter;
    }

    /** The same, of something that somebody has said. */
    ExportException in(String said) {
        return new ExportException(said, getMessage(), this);
    }

    /** Which part of what somebody wants it is about, by the name of a schedule's parameter; empty if of none. */
    public Optional<String> parameter() {
        return Optional.of(parameter).filter(name -> !name.isEmpty());
    }
}
