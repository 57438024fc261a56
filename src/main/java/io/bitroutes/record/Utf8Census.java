package io.bitroutes.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Counts how much of a file is UTF-8: sequences of three and four bytes, and bytes that are no part of any sequence. */
final class Utf8Census {
    private static final int BUFFER = 64 * 1024;
    private static final long ANY_HIGH_BIT = 0x8080808080808080L;

    /** So many in a row, and none malformed, do not happen by chance: reading on would not change the verdict. */
    private static final int CERTAIN = 1000;

    private static final char FIRST_OF_THREE_BYTES = 0x800;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    private final CharBuffer characters = CharBuffer.allocate(BUFFER);
    private long wellFormed;
    private long malformed;

    private Utf8Census() {}

    static Utf8Census of(Content content) throws IOException {
        Utf8Census census = new Utf8Census();
        try (InputStream source = content.open()) {
            boolean more = true;
            while (more && !census.certain()) {
                more = census.fill(source);
                census.count(!more);
            }
        }
        return census;
    }

    /** Whether the file is rather written in another charset. */
    boolean saysOther() {
        return malformed > wellFormed;
    }

    private boolean certain() {
        return malformed == 0 && wellFormed >= CERTAIN;
    }

    private boolean fill(InputStream source) throws IOException {
        bytes.compact();
        int read = source.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + read).flip();
        return read > 0;
    }

    private void count(boolean last) {
        if (isAscii()) {
            bytes.position(bytes.limit());
            return;
        }
        CoderResult result = decode(last);
        while (result.isError()) {
            malformed++;
            bytes.position(bytes.position() + result.length());
            result = decode(last);
        }
    }

    private CoderResult decode(boolean last) {
        characters.clear();
        CoderResult result = decoder.decode(bytes, characters, last);
        for (int index = 0; index < characters.position(); index++) {
            char character = characters.get(index);
            if (character >= FIRST_OF_THREE_BYTES && !Character.isLowSurrogate(character)) {
                wellFormed++;
            }
        }
        return result;
    }

    private boolean isAscii() {
        int index = bytes.position();
        for (; index <= bytes.limit() - Long.BYTES; index += Long.BYTES) {
            if ((bytes.getLong(index) & ANY_HIGH_BIT) != 0) {
                return false;
            }
        }
        for (; index < bytes.limit(); index++) {
            if (bytes.get(index) < 0) {
                return false;
            }
        }
        return true;
    }
}
