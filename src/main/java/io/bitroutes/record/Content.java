package io.bitroutes.record;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The bytes of a file or a message, decompressed where they are compressed, whatever its name says. Immutable. */
final class Content {
    private static final int HEAD = 8 * 1024;
    private static final int BUFFER = 64 * 1024;
    private static final int GZIP_FIRST = 0x1F;
    private static final int GZIP_SECOND = 0x8B;

    private final Source source;
    private final boolean gzip;
    private final byte[] head;
    private final Optional<ByteOrderMark> mark;
    private final int room;
    private final boolean inMemory;

    /** Where the bytes are; they can be read more than once. */
    @FunctionalInterface
    private interface Source {
        InputStream open() throws IOException;
    }

    private Content(Source source, boolean gzip, byte[] head, int room, boolean inMemory) {
        this.source = source;
        this.gzip = gzip;
        this.head = head;
        this.mark = ByteOrderMark.of(head);
        this.room = room;
        this.inMemory = inMemory;
    }

    static Content of(Path file) throws IOException {
        return of(() -> Files.newInputStream(file), BUFFER, false);
    }

    /** The body of a message; nobody changes it. */
    static Content of(byte[] bytes) throws IOException {
        return of(() -> new ByteArrayInputStream(bytes), Math.min(BUFFER, bytes.length + 1), true);
    }

    private static Content of(Source source, int room, boolean inMemory) throws IOException {
        boolean gzip = isGzip(source);
        byte[] head;
        try (InputStream bytes = decompressed(source.open(), gzip)) {
            head = bytes.readNBytes(gzip ? HEAD : Math.min(HEAD, room));
        }
        return new Content(source, gzip, head, gzip ? BUFFER : room, inMemory);
    }

    /** The content after its byte order mark. */
    InputStream open() throws IOException {
        return pastMark(source.open());
    }

    /** The content after its byte order mark; the digest is fed with the file's own bytes on the way. */
    InputStream open(DigestedBytes digested) throws IOException {
        return pastMark(digested);
    }

    /** Its own bytes, as they are, with their digest; a message has none. */
    DigestedBytes digested() throws IOException {
        return inMemory ? DigestedBytes.without(source.open()) : DigestedBytes.of(source.open());
    }

    /** Whether {@link #head} is all of it. */
    boolean isShort() {
        return inMemory && !gzip && room <= HEAD;
    }

    /** How much is worth reading at a time: thousands of small messages are read in a second. */
    int room() {
        return room;
    }

    boolean gzip() {
        return gzip;
    }

    Optional<ByteOrderMark> mark() {
        return mark;
    }

    /** The first bytes after the mark. */
    byte[] head() {
        return Arrays.copyOfRange(head, markLength(), head.length);
    }

    /** The number of bytes that {@link #open} leaves out. */
    int markLength() {
        return mark.isEmpty() ? 0 : mark.get().bytes().length;
    }

    private InputStream pastMark(InputStream raw) throws IOException {
        InputStream bytes = decompressed(raw, gzip);
        bytes.skipNBytes(markLength());
        return bytes;
    }

    private static boolean isGzip(Source source) throws IOException {
        try (InputStream bytes = source.open()) {
            return bytes.read() == GZIP_FIRST && bytes.read() == GZIP_SECOND;
        }
    }

    private static InputStream decompressed(InputStream raw, boolean gzip) throws IOException {
        if (!gzip) {
            return raw;
        }
        try {
            return new Gunzip(raw);
        } catch (EOFException | ZipException e) {
            raw.close();
            throw new DamagedGzipException(e);
        }
    }

    /** Tells damage of the compressed data from a failing disk. */
    private static final class Gunzip extends GZIPInputStream {
        Gunzip(InputStream raw) throws IOException {
            super(raw, BUFFER);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return super.read(target, offset, length);
            } catch (EOFException | ZipException e) {
                throw new DamagedGzipException(e);
            }
        }
    }
}
