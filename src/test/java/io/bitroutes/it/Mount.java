package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A little disk in memory, mounted on a folder: to be filled up, made read-only, taken away. Gone when closed. */
final class Mount implements AutoCloseable {
    private final Path folder;
    private boolean mounted;

    private Mount(Path folder) {
        this.folder = folder;
    }

    /** Mounts one of that size; where that is not permitted the test is skipped. */
    static Mount on(Path folder, String size) throws IOException {
        Files.createDirectories(folder);
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=" + size, "none", folder.toString()),
                "mounting a disk takes Linux and its root");
        Mount mount = new Mount(folder);
        mount.mounted = true;
        return mount;
    }

    /** Leaves so many bytes free. */
    void fillUpTo(long left) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        Files.write(ballast(), new byte[(int) (free - left)]);
    }

    void empty() throws IOException {
        Files.delete(ballast());
    }

    void resize(String size) {
        remount("size=" + size);
    }

    void readOnly() {
        remount("ro");
    }

    void writable() {
        remount("rw");
    }

    /** Takes it away from under a program that does not let go of it; what is under it is an empty folder. */
    void takeAway() {
        assertThat(run("umount", "-l", folder.toString())).isTrue();
        mounted = false;
    }

    private void remount(String option) {
        assertThat(run("mount", "-o", "remount," + option, folder.toString()))
                .as(option)
                .isTrue();
    }

    private Path ballast() {
        return folder.resolve(".ballast");
    }

    private static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            return process.waitFor() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "interrupted by " + Stream.of(command).toList(), e);
        }
    }

    @Override
    public void close() {
        if (mounted && !run("umount", "-l", folder.toString())) {
            throw new UncheckedIOException(new IOException("cannot unmount " + List.of(folder)));
        }
    }
}
