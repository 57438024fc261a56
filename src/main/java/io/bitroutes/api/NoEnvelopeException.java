package io.bitroutes.api;

import java.io.IOException;

/** What came back is no envelope: an HTML page, cut-off JSON, nothing at all, or more than can be kept. */
public final class NoEnvelopeException extends IOException {
    private static final long serialVersionUID = 1L;

    NoEnvelopeException(String message) {
        super(message);
    }

    NoEnvelopeException(String message, Throwable cause) {
        super(message, cause);
    }
}
