package io.bitroutes.export;

import io.bitroutes.gate.Gate;
import io.bitroutes.record.DurableFile;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A share that is a folder of this machine, perhaps a mounted one. */
final class FolderShare implements Share {
    private final Path folder;
    private final Gate gate;
    private final Texts texts;

    /** @throws ShareException if there is no such folder */
    FolderShare(Path folder, Gate gate, Texts texts) throws ShareException {
        if (!Files.isDirectory(folder)) {
            throw new ShareException(texts.of("share.no-folder", ShareAddress.FILE + folder));
        }
        this.folder = folder;
        this.gate = gate;
        this.texts = texts;
    }

    @Override
    public boolean holds(String name) {
        return Files.exists(folder.resolve(name));
    }

    @Override
    public void put(Path file, String temporary, String name) throws IOException {
        Path hidden = folder.resolve(temporary);
        try {
            copy(file, hidden);
            checkStillThere(name);
            Files.move(
                    hidden, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(hidden);
            throw e;
        }
        DurableFile.forceFolder(folder);
    }

    private void copy(Path file, Path hidden) throws IOException {
        try (InputStream content = new StoppableStream(Files.newInputStream(file), gate);
                FileChannel channel = FileChannel.open(
                        hidden,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            content.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    /** Below a share that was unmounted meanwhile there is a local folder, which takes everything. */
    private void checkStillThere(String name) throws ShareException {
        if (!name.equals(MARKER) && !holds(MARKER)) {
            throw new ShareException(texts.of("share.no-marker", ShareAddress.FILE + folder, MARKER));
        }
    }

    @Override
    public void remove(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }

    @Override
    public void close() {
        // nothing is held open between two files
    }
}
