package io.bitroutes.batch;

import io.bitroutes.record.DurableFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * Writes the batches of one file as they will be sent: a header line, then exactly the bytes of the body; an end mark
 * last. The file appears under its name, whole and on disk, only by {@link #finish}.
 */
public final class PreparedWriter implements Closeable {
    static final String NAME = "prepared";
    static final String END = "end";

    private final DurableFile file;

    /** @param folder the job's working folder */
    public PreparedWriter(Path folder) throws IOException {
        this.file = DurableFile.create(folder.resolve(NAME));
    }

    void write(BatchHeader header, byte[] body) throws IOException {
        file.stream().write(header.line());
        file.stream().write('\n');
        file.stream().write(body);
        file.stream().write('\n');
    }

    static String digest(byte[] body) {
        return HexFormat.of().formatHex(RequestId.sha256().digest(body));
    }

    /** Makes it whole: end mark, to disk, renamed. */
    public void finish() throws IOException {
        file.stream().write((END + "\n").getBytes(StandardCharsets.UTF_8));
        file.publish();
    }

    /** Lets go of it; what was not finished leaves nothing under its name. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
