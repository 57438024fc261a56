package io.bitroutes.cli;

import java.io.IOException;

/** Why the program cannot start, and what to do, in the readers' language: nothing beneath says it better. */
final class StartException extends IOException {
    private static final long serialVersionUID = 1L;

    StartException(String message) {
        super(message);
    }

    StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
