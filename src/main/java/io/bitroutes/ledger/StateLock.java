package io.bitroutes.ledger;

import io.bitroutes.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The operating system's lock on the state folder: whoever holds it is alone on the embedded ledger. */
public final class StateLock implements AutoCloseable {
    private static final String FILE = "lock";

    private final FileChannel channel;

    private StateLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes it if nobody else has it, making the folder if need be.
     *
     * @throws IOException if the folder cannot be used
     */
    public static Optional<StateLock> tryTake(Path folder) throws IOException {
        Files.createDirectories(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isTaken(channel)) {
            return Optional.of(new StateLock(channel));
        }
        channel.close();
        return Optional.empty();
    }

    /**
     * Takes it, making the folder if need be. The system gives it back when the process ends, however it ends.
     *
     * @throws IOException if somebody else has it, or the folder cannot be used
     */
    public static StateLock take(Path folder, Texts texts) throws IOException {
        return tryTake(folder).orElseThrow(() -> new IOException(texts.of("start.state-in-use", folder)));
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException takenByThisProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
