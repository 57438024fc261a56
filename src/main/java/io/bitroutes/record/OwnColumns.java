package io.bitroutes.record;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts the columns of an earlier round out of a row, so that rounds do not pile up. What stays, stays byte by byte.
 */
final class OwnColumns {
    private static final char QUOTE = '"';

    private final Set<Integer> positions;
    private final char delimiter;
    private final Charset charset;

    /** @param positions the positions of the columns to cut, from 0 */
    OwnColumns(Set<Integer> positions, char delimiter, Charset charset) {
        this.positions = positions;
        this.delimiter = delimiter;
        this.charset = charset;
    }

    byte[] cut(byte[] row) {
        if (positions.isEmpty()) {
            return row;
        }
        List<byte[]> parts = parts(row);
        ByteArrayOutputStream kept = new ByteArrayOutputStream(row.length);
        boolean first = true;
        for (int position = 0; position < parts.size() - 1; position++) {
            if (!positions.contains(position)) {
                kept.writeBytes(first ? new byte[0] : String.valueOf(delimiter).getBytes(charset));
                kept.writeBytes(parts.get(position));
                first = false;
            }
        }
        kept.writeBytes(parts.get(parts.size() - 1));
        return kept.toByteArray();
    }

    /** The bytes of each cell, and last those of the line end. */
    private List<byte[]> parts(byte[] row) {
        String text = new String(row, charset);
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(row);
        List<byte[]> parts = new ArrayList<>();
        int begin = 0;
        for (int end : ends(text)) {
            parts.add(take(bytes, decoder, end - begin));
            boolean atDelimiter = end < text.length() && text.charAt(end) == delimiter;
            take(bytes, decoder, atDelimiter ? 1 : 0);
            begin = end + (atDelimiter ? 1 : 0);
        }
        parts.add(take(bytes, decoder, text.length() - begin));
        return parts;
    }

    private List<Integer> ends(String text) {
        List<Integer> ends = new ArrayList<>();
        boolean quoted = false;
        int begin = 0;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character == QUOTE && text.charAt(begin) == QUOTE) {
                quoted = !quoted;
            } else if (character == delimiter && !quoted) {
                ends.add(index);
                begin = index + 1;
            }
        }
        ends.add(text.length() - lineEndLength(text));
        return ends;
    }

    private static int lineEndLength(String text) {
        if (text.endsWith("\r\n")) {
            return 2;
        }
        return text.endsWith("\n") || text.endsWith("\r") ? 1 : 0;
    }

    private static byte[] take(ByteBuffer bytes, CharsetDecoder decoder, int characters) {
        int begin = bytes.position();
        if (characters > 0) {
            decoder.decode(bytes, CharBuffer.allocate(characters), true);
        }
        byte[] taken = new byte[bytes.position() - begin];
        bytes.get(begin, taken);
        return taken;
    }
}
