package io.bitroutes.ledger;

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
    /** Two bytes of the file: one to own, one for others to look at without getting in the way of somebody's start. */
    private static final int OWNERSHIP = 0;

    private static final int SIGN_OF_LIFE = 1;

    private final FileChannel channel;

    private StateLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes it if nobody else has it, making the folder if need be. The system gives it back when the process ends, however
     * it ends.
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
     * Whether another process has it. Not to be asked by the process that may have it itself: on some systems, looking
     * gives its own lock away.
     *
     * @throws IOException if the folder cannot be used
     */
    public static boolean isHeldByOther(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        folder.resolve(FILE),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
                FileLock look = channel.tryLock(SIGN_OF_LIFE, 1, true)) {
            return look == null;
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(OWNERSHIP, 1, false);
            if (lock != null) {
                // Whoever looks holds this one for a moment only.
                channel.lock(SIGN_OF_LIFE, 1, false);
            }
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
