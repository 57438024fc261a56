package io.bitroutes.config;

import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The secret that goes with every request: a fixed text, or the content of a file. Safe for threads. */
public final class BitKey {
    private static final Pattern SENDABLE = Pattern.compile("[ -~]+");

    private final Supplier<String> source;

    private BitKey(Supplier<String> source) {
        this.source = source;
    }

    /**
     * A key that stays as it is.
     *
     * @throws IllegalArgumentException if it is empty or has characters that no header can carry
     */
    public static BitKey of(String text) {
        if (!isSendable(text)) {
            throw new IllegalArgumentException("a key of visible ASCII characters is needed");
        }
        return new BitKey(() -> text);
    }

    /** A key in a file, read again when the file's time or size has changed; complaints are in the given texts. */
    public static BitKey inFile(Path file, Texts texts) {
        return new BitKey(new KeyFile(file, texts)::value);
    }

    /**
     * The key to send now, without the line end after it.
     *
     * @throws BitKeyException if its file is missing, unreadable, empty or holds what no header can carry
     */
    public String value() {
        return source.get();
    }

    @Override
    public String toString() {
        return "BitKey[hidden]";
    }

    static boolean isSendable(String text) {
        return SENDABLE.matcher(text).matches();
    }

    private static final class KeyFile {
        private final Path file;
        private final Texts texts;
        private Snapshot last;

        private record Snapshot(FileTime modified, long size, String value) {
            boolean isOf(BasicFileAttributes now) {
                return modified.equals(now.lastModifiedTime()) && size == now.size();
            }
        }

        KeyFile(Path file, Texts texts) {
            this.file = file;
            this.texts = texts;
        }

        synchronized String value() {
            try {
                // Looked at before it is read: a change in between is seen by the next look.
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                if (last == null || !last.isOf(now)) {
                    last = new Snapshot(now.lastModifiedTime(), now.size(), read());
                }
                return last.value();
            } catch (NoSuchFileException e) {
                throw new BitKeyException(texts.of("config.key-file.missing", file), e);
            } catch (IOException e) {
                throw new BitKeyException(texts.of("config.key-file.unreadable", file, e), e);
            }
        }

        private String read() throws IOException {
            String key = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
            if (key.isEmpty()) {
                throw new BitKeyException(texts.of("config.key-file.empty", file));
            }
            if (!isSendable(key)) {
                throw new BitKeyException(texts.of("config.key-file.unsendable", file));
            }
            return key;
        }
    }
}
