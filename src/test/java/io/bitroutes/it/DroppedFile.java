package io.bitroutes.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/**
 * A file as people really make them. Immutable.
 *
 * @param operation the inbox it is dropped into
 * @param name its name
 * @param content its bytes; nobody changes them
 */
record DroppedFile(String operation, String name, byte[] content) {
    private static final String MARK = "\uFEFF";

    static DroppedFile utf8(String operation, String name, String text) {
        return in(StandardCharsets.UTF_8, operation, name, text);
    }

    static DroppedFile in(Charset charset, String operation, String name, String text) {
        return new DroppedFile(operation, name, text.getBytes(charset));
    }

    /** With a byte order mark in front. */
    static DroppedFile marked(Charset charset, String operation, String name, String text) {
        return in(charset, operation, name, MARK + text);
    }

    /** The same, compressed. */
    DroppedFile compressed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DroppedFile(operation, name + ".gz", bytes.toByteArray());
    }

    /** Its name up to the first dot, which is also the licence or the customer in it. */
    String stem() {
        return name.substring(0, name.indexOf('.'));
    }

    void dropInto(HomeFolder home) {
        home.drop(operation, name, content);
    }

    @Override
    public String toString() {
        return operation + "/" + name;
    }
}
