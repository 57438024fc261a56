package io.bitroutes.record;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a text by its lines, which end with LF, CR or CRLF. In UTF-8, GB18030 and their like these bytes never
 * occur within a character; UTF-16 is read in units of two.
 */
final class RawLines implements Closeable {
    private static final int BUFFER = 64 * 1024;
    private static final int NONE = -1;

    private final InputStream source;
    private final int width;
    private final boolean lowFirst;
    private final byte[] bytes = new byte[BUFFER];
    private int position;
    private int limit;
    private long line = 1;

    RawLines(InputStream source, Charset charset) {
        this.source = source;
        this.lowFirst = charset.equals(StandardCharsets.UTF_16LE);
        this.width = lowFirst || charset.equals(StandardCharsets.UTF_16BE) ? 2 : 1;
    }

    /** Leaves out what comes before a line. */
    void skipTo(long next) throws IOException {
        moveTo(next, OutputStream.nullOutputStream());
    }

    /** The bytes from the present line to the beginning of another, or to the end; line ends included. */
    byte[] takeTo(long next) throws IOException {
        ByteArrayOutputStream taken = new ByteArrayOutputStream();
        moveTo(next, taken);
        return taken.toByteArray();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private void moveTo(long next, OutputStream target) throws IOException {
        while (line < next) {
            int unit = take(target);
            if (unit == NONE) {
                return;
            }
            if (unit == '\r' && peek() == '\n') {
                take(target);
            }
            if (unit == '\r' || unit == '\n') {
                line++;
            }
        }
    }

    private int take(OutputStream target) throws IOException {
        int unit = peek();
        if (unit != NONE) {
            target.write(bytes, position, width);
            position += width;
        }
        return unit;
    }

    private int peek() throws IOException {
        if (limit - position < width) {
            fill();
        }
        if (limit - position < width) {
            return NONE;
        }
        int first = Byte.toUnsignedInt(bytes[position]);
        if (width == 1) {
            return first;
        }
        int second = Byte.toUnsignedInt(bytes[position + 1]);
        return lowFirst ? first | second << Byte.SIZE : first << Byte.SIZE | second;
    }

    private void fill() throws IOException {
        System.arraycopy(bytes, position, bytes, 0, limit - position);
        limit -= position;
        position = 0;
        limit += source.readNBytes(bytes, limit, bytes.length - limit);
    }
}
