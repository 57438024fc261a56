package io.bitroutes.record;

import java.io.IOException;

/** A record beyond the limits, which is how an unclosed quote shows. */
final class RecordTooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    RecordTooLongException() {
        super("record too long");
    }
}
