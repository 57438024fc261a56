package io.bitroutes.record;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that appears under its name only when it is whole and on disk: written under a dot-name, forced, renamed. What
 * is closed before {@link #publish} leaves nothing behind.
 */
public final class DurableFile implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int TOKEN_LENGTH = 8;

    /** How the dot-names end that are not written again. */
    public static final String APART = ".part";

    private final Path target;
    private final Path hidden;
    private final FileChannel channel;
    private final OutputStream stream;
    private boolean published;

    private DurableFile(Path target, Path hidden, FileChannel channel) {
        this.target = target;
        this.hidden = hidden;
        this.channel = channel;
        this.stream = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    }

    /** Begins a file; its folder is made if need be, a left-over of an earlier attempt is replaced. */
    public static DurableFile create(Path target) throws IOException {
        return create(target, target.resolveSibling("." + target.getFileName()));
    }

    /**
     * Begins a file that others may be writing too: each under a dot-name of its own, the one published last stands. A
     * process that is killed leaves its dot-name behind.
     */
    public static DurableFile createApart(Path target) throws IOException {
        String token = UUID.randomUUID().toString().substring(0, TOKEN_LENGTH);
        return create(target, target.resolveSibling("." + target.getFileName() + "." + token + APART));
    }

    private static DurableFile create(Path target, Path hidden) throws IOException {
        Files.createDirectories(target.getParent());
        // Not overwritten: whoever began it may be frozen and go on writing, into what is a file of his own then.
        Files.deleteIfExists(hidden);
        FileChannel channel = FileChannel.open(hidden, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new DurableFile(target, hidden, channel);
    }

    /** Where its content goes. */
    public OutputStream stream() {
        return stream;
    }

    /**
     * Forces it to disk and gives it its name, replacing an older one.
     *
     * @throws IOException if it cannot, or if somebody else has begun the same file meanwhile: his is the one that counts
     */
    public void publish() throws IOException {
        stream.flush();
        channel.force(true);
        if (!isStillThere()) {
            throw new FileSystemException(hidden.toString(), null, "replaced by another process");
        }
        channel.close();
        Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(target.getParent());
        published = true;
    }

    /** Moves a file within its file system, folders made; it is under one of its two names at any moment. */
    public static void rename(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(to.getParent());
        forceFolder(from.getParent());
    }

    /**
     * Moves a file within its file system, whole and on disk, but never into the place of another one.
     *
     * @throws FileAlreadyExistsException if there is one of that name
     */
    public static void renameToNew(Path from, Path to) throws IOException {
        try (FileChannel channel = FileChannel.open(from, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        if (isLinked(from, to)) {
            Files.delete(from);
        } else {
            Files.move(from, to);
        }
        forceFolder(to.getParent());
    }

    /** Whether the file has its new name as well; a file system without links says no. */
    private static boolean isLinked(Path from, Path to) throws IOException {
        try {
            Files.createLink(to, from);
            return true;
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (UnsupportedOperationException | FileSystemException noLinksHere) {
            return false;
        }
    }

    /** Moves a file, also to another file system; it is whole under its new name before it leaves the old one. */
    public static void move(Path from, Path to) throws IOException {
        try {
            rename(from, to);
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            try (DurableFile copy = create(to)) {
                Files.copy(from, copy.stream());
                copy.publish();
            }
            Files.delete(from);
        }
    }

    /** Makes renames in a folder last. Windows cannot open folders and needs no such order. */
    public static void forceFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel open = FileChannel.open(folder, StandardOpenOption.READ)) {
                open.force(true);
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (!published) {
            boolean ours = channel.isOpen() && isStillThere();
            channel.close();
            if (ours) {
                Files.deleteIfExists(hidden);
            }
        }
    }

    /** By its length: the numbers of files are not to be relied on where the home is a share. */
    private boolean isStillThere() throws IOException {
        return Files.exists(hidden) && Files.size(hidden) == channel.size();
    }
}
