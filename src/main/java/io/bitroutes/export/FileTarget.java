package io.bitroutes.export;

import io.bitroutes.record.DurableFile;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A local file, seen by others only when it is whole and on disk. */
public final class FileTarget implements ExportTarget {
    private final Path file;
    private final DurableFile durable;

    private FileTarget(Path file, DurableFile durable) {
        this.file = file;
        this.durable = durable;
    }

    /**
     * Begins a file; an older one of that name stays until it is published.
     *
     * @throws ExportException if there is no such folder, it cannot be written to, or something other than a file has the
     *     name
     */
    public static FileTarget create(Path path, Texts texts) throws ExportException {
        Path file = path.toAbsolutePath().normalize();
        if (file.getParent() == null || !Files.isDirectory(file.getParent())) {
            throw new ExportException(texts.of("export.to.no-folder", file));
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new ExportException(texts.of("export.to.no-file", file));
        }
        try {
            return new FileTarget(file, DurableFile.createApart(file));
        } catch (IOException e) {
            throw new ExportException(texts.of("export.to.unwritable", file, e), e);
        }
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public OutputStream stream() {
        return durable.stream();
    }

    @Override
    public void publish() throws IOException {
        durable.publish();
    }

    @Override
    public void close() throws IOException {
        durable.close();
    }
}
