package io.bitroutes.job;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Tells whether a folder can be written to, which no attribute of it does: a little file is forced to disk and deleted. */
final class TestWrite {
    private static final int BYTES = 1 << 16;
    static final String HIDDEN = ".bitanswer-";
    private static final String NAME = HIDDEN + UUID.randomUUID() + ".tmp";

    private TestWrite() {}

    /** @throws IOException if not, with the reason */
    static void into(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.allocate(BYTES);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
