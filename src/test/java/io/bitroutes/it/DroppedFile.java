package io.bitroutes.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** A file as people really make them. Immutable. */
final class DroppedFile {
    private static final String MARK = "\uFEFF";

    private final String operation;
    private final String name;
    private final byte[] content;

    private DroppedFile(String operation, String name, byte[] content) {
        this.operation = operation;
        this.name = name;
        this.content = content;
    }

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

    /** The inbox it is dropped into. */
    String operation() {
        return operation;
    }

    String name() {
        return name;
    }

    /** What begins with a dot at the end of its name. */
    String extension() {
        return name.substring(name.indexOf('.'));
    }

    /** Its name up to the first dot, which is also the licence or the customer in it. */
    String stem() {
        return name.substring(0, name.indexOf('.'));
    }

    /** Whether another file holds the same bytes. */
    boolean isSameAs(Path other) throws IOException {
        return Arrays.equals(content, Files.readAllBytes(other));
    }

    void dropInto(HomeFolder home) {
        home.drop(operation, name, content);
    }

    @Override
    public String toString() {
        return operation + "/" + name;
    }
}
