package io.bitroutes.record;

import java.io.IOException;

/** A byte that the charset does not know at its place. */
final class MalformedByteException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long position;
    private final int octet;
    private final String charset;

    MalformedByteException(long position, int octet, String charset) {
        super("byte " + position + " is not " + charset);
        this.position = position;
        this.octet = octet;
        this.charset = charset;
    }

    /** Where it is, counted from 1 at the beginning of the (decompressed) file. */
    long position() {
        return position;
    }

    /** Its value as people write it: {@code 0xB5}. */
    String hex() {
        return String.format("0x%02X", octet);
    }

    String charset() {
        return charset;
    }
}
