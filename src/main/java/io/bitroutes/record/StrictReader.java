package io.bitroutes.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes without ever replacing a byte. All characters before a malformed byte are handed out first, so that whoever
 * parses them knows the row in which it stands.
 */
final class StrictReader extends Reader {
    /** No character of any charset takes more bytes. */
    private static final int LEAST_ROOM = 16;

    private static final int SURROGATE_PAIR = 2;

    private final InputStream source;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes;
    private long taken;
    private boolean ended;

    /**
     * @param source what is open of the content
     * @param content what it is, for positions and to know how much to read at a time
     */
    StrictReader(InputStream source, Charset charset, Content content) {
        this.source = source;
        this.taken = content.markLength();
        this.bytes = ByteBuffer.allocate(Math.max(LEAST_ROOM, content.room())).limit(0);
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /**
     * {@inheritDoc}
     *
     * @throws MalformedByteException at a byte the charset does not know
     */
    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length < SURROGATE_PAIR) {
            throw new IllegalArgumentException("no room for a surrogate pair");
        }
        CharBuffer characters = CharBuffer.wrap(target, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, characters, ended);
            if (characters.position() > offset) {
                return characters.position() - offset;
            }
            if (result.isError()) {
                throw malformed();
            }
            if (ended) {
                return -1;
            }
            fill();
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private void fill() throws IOException {
        bytes.compact();
        int count = source.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = count < 0;
        taken += Math.max(0, count);
        bytes.position(bytes.position() + Math.max(0, count));
        bytes.flip();
    }

    private MalformedByteException malformed() {
        long position = taken - bytes.remaining() + 1;
        return new MalformedByteException(
                position,
                Byte.toUnsignedInt(bytes.get(bytes.position())),
                decoder.charset().name());
    }
}
