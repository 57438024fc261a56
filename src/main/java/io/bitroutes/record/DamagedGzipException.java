package io.bitroutes.record;

import java.io.IOException;

/** Compressed data that is cut off or damaged. */
final class DamagedGzipException extends IOException {
    private static final long serialVersionUID = 1L;

    DamagedGzipException(IOException cause) {
        super(cause);
    }
}
