package io.bitroutes.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What kind of disk the state lies on. Folders that a virtual machine is lent by its host count as remote (9p, Windows'
 * drives in WSL among them): their locks end at its border. A disk of virtiofs may be all that a machine has, and keeps the
 * locks of one. The ledger and the broker's journal rely on locks, and on what is forced to disk
 * being there, and only a disk of this machine keeps both. Safe for threads.
 */
public final class StateDisk {
    private static final Pattern REMOTE = Pattern.compile(
            "(nfs|smb|cifs|afp|afs|ncp|ceph|gluster|lustre|beegfs|gpfs|pvfs|dav|webdav).*|fuse(\\..*)?"
                    + "|9p|drvfs|vboxsf|vmhgfs|prl_fs",
            Pattern.CASE_INSENSITIVE);

    /** Made of folders of this machine; a disk of its own that is read through FUSE is called {@code fuseblk}. */
    private static final Set<String> LOCAL_ALL_THE_SAME =
            Set.of("fuse.fuse-overlayfs", "fuse.mergerfs", "fuse.gocryptfs", "fuse.encfs");

    private static final String SHARE_OF_WINDOWS = "\\\\";

    private final TypeOf types;

    /** Names the type of the file system on which something lies that is there. */
    @FunctionalInterface
    public interface TypeOf {
        String typeOf(Path there) throws IOException;
    }

    /** Asks the system. */
    public StateDisk() {
        this(there -> Files.getFileStore(there).type());
    }

    /** Asks somebody else. */
    public StateDisk(TypeOf types) {
        this.types = types;
    }

    /**
     * The type of the network file system on which a folder lies, or would; empty if it is none that is known.
     *
     * @throws IOException if the system cannot tell
     */
    public Optional<String> remoteType(Path folder) throws IOException {
        Path there = nearestThatIsThere(folder.toAbsolutePath());
        if (String.valueOf(there.getRoot()).startsWith(SHARE_OF_WINDOWS)) {
            return Optional.of(there.getRoot().toString());
        }
        String type = types.typeOf(there);
        return REMOTE.matcher(type).matches() && !LOCAL_ALL_THE_SAME.contains(type)
                ? Optional.of(type)
                : Optional.empty();
    }

    /** The folder, or the nearest one above it that is there. */
    public static Path nearestThatIsThere(Path folder) {
        Path there = folder;
        while (Files.notExists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }
}
