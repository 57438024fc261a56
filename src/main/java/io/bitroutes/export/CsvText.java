package io.bitroutes.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.Charset;

/** Encodes many cells at once. Not safe for threads. */
final class CsvText extends Writer {
    /** Small enough for the young part of a small heap. */
    private static final int FULL = 1 << 15;

    private final OutputStream target;
    private final Charset charset;
    private final StringBuilder text = new StringBuilder(FULL + (FULL >> 1));

    CsvText(OutputStream target, Charset charset) {
        this.target = target;
        this.charset = charset;
    }

    @Override
    public Writer append(CharSequence some) throws IOException {
        return append(some, 0, some.length());
    }

    @Override
    public Writer append(CharSequence some, int begin, int end) throws IOException {
        makeRoom();
        if (begin == 0 && end == some.length()) {
            text.append(some);
        } else {
            text.append(some, begin, end);
        }
        return this;
    }

    @Override
    public Writer append(char one) throws IOException {
        makeRoom();
        text.append(one);
        return this;
    }

    @Override
    public void write(int one) throws IOException {
        append((char) one);
    }

    @Override
    public void write(String some, int offset, int length) throws IOException {
        append(some, offset, offset + length);
    }

    @Override
    public void write(char[] some, int offset, int length) throws IOException {
        makeRoom();
        text.append(some, offset, length);
    }

    @Override
    public void flush() throws IOException {
        encode();
        target.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
        target.close();
    }

    /** Between the halves of a character there is no room to be made. */
    private void makeRoom() throws IOException {
        if (text.length() >= FULL && !Character.isHighSurrogate(text.charAt(text.length() - 1))) {
            encode();
        }
    }

    private void encode() throws IOException {
        target.write(text.toString().getBytes(charset));
        text.setLength(0);
    }
}
