package io.bitroutes.record;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The marks that name a charset at the very beginning of a file. */
enum ByteOrderMark {
    UTF_8(StandardCharsets.UTF_8),
    UTF_16LE(StandardCharsets.UTF_16LE),
    UTF_16BE(StandardCharsets.UTF_16BE);

    private static final String CHARACTER = "\uFEFF";

    private final Charset charset;

    ByteOrderMark(Charset charset) {
        this.charset = charset;
    }

    /** The mark a file begins with. */
    static Optional<ByteOrderMark> of(byte[] head) {
        return Arrays.stream(values()).filter(mark -> mark.begins(head)).findFirst();
    }

    /** The mark of a charset that has one. */
    static Optional<ByteOrderMark> of(Charset charset) {
        return Arrays.stream(values())
                .filter(mark -> mark.charset.equals(charset))
                .findFirst();
    }

    Charset charset() {
        return charset;
    }

    byte[] bytes() {
        return CHARACTER.getBytes(charset);
    }

    private boolean begins(byte[] head) {
        byte[] mark = bytes();
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }
}
