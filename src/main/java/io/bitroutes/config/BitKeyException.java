package io.bitroutes.config;

/** A key file that does not give a key any more. The message names the file, never the key. */
public final class BitKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BitKeyException(String message) {
        super(message);
    }

    BitKeyException(String message, Throwable cause) {
        super(message, cause);
    }
}
