package io.bitroutes.export;

import java.io.IOException;

/** Why a share cannot be used: a text for people, in their language. */
final class ShareException extends IOException {
    private static final long serialVersionUID = 1L;

    ShareException(String message) {
        super(message);
    }

    ShareException(String message, Throwable cause) {
        super(message, cause);
    }
}
