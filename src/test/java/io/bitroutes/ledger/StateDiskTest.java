package io.bitroutes.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateDiskTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nfs",
                "nfs4",
                "NFS",
                "cifs",
                "smb3",
                "smbfs",
                "fuse",
                "fuse.sshfs",
                "fuse.glusterfs",
                "fuse.s3fs",
                "ceph",
                "glusterfs",
                "lustre",
                "afs",
                "afpfs",
                "davfs",
                "webdav",
                "9p",
                "drvfs",
                "vboxsf",
                "vmhgfs",
                "prl_fs"
            })
    void onAnotherMachine(String type) throws IOException {
        assertThat(new StateDisk(any -> type).remoteType(folder)).contains(type);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ext4",
                "xfs",
                "btrfs",
                "zfs",
                "tmpfs",
                "overlay",
                "fuseblk",
                "fuse.fuse-overlayfs",
                "fuse.mergerfs",
                "apfs",
                "NTFS",
                "ReFS",
                "vfat",
                "virtiofs"
            })
    void onADiskOfThisMachine(String type) throws IOException {
        assertThat(new StateDisk(any -> type).remoteType(folder)).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereLiesWhereItWouldBeMade() throws IOException {
        AtomicReference<Path> asked = new AtomicReference<>();
        StateDisk disk = new StateDisk(there -> {
            asked.set(there);
            return "nfs4";
        });

        assertThat(disk.remoteType(folder.resolve("home").resolve("state"))).contains("nfs4");
        assertThat(asked).hasValue(folder);
    }

    @Test
    void theDiskOfTheTestsIsOfThisMachine() throws IOException {
        assertThat(new StateDisk().remoteType(folder)).isEmpty();
    }
}
