package io.bitroutes.batch;

import io.bitroutes.api.Operation;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;

/** Reads the prepared batches of one file back, one at a time. Not safe for threads. */
public final class PreparedReader implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final byte[] END = PreparedWriter.END.getBytes(StandardCharsets.UTF_8);

    private final String job;
    private final Operation operation;
    private final InputStream file;

    /** @param folder the job's working folder */
    public PreparedReader(Path folder, String job, Operation operation) throws IOException {
        this.job = job;
        this.operation = operation;
        this.file = new BufferedInputStream(Files.newInputStream(folder.resolve(PreparedWriter.NAME)), BUFFER);
    }

    /**
     * The next batch whose number is wanted; empty at the end.
     *
     * @throws IOException if the file cannot be read or is not what was written
     */
    public Optional<Batch> next(IntPredicate wanted) throws IOException {
        for (byte[] line = line(); !Arrays.equals(line, END); line = line()) {
            BatchHeader header = BatchHeader.parse(line);
            if (wanted.test(header.batch())) {
                return Optional.of(batch(header));
            }
            file.skipNBytes(header.length() + 1L);
        }
        return Optional.empty();
    }

    private Batch batch(BatchHeader header) throws IOException {
        byte[] body = file.readNBytes(header.length());
        if (!PreparedWriter.digest(body).equals(header.digest()) || file.read() != '\n') {
            throw new IOException("batch " + header.batch() + " of job " + job + " is not what was prepared");
        }
        return header.batchOf(job, operation, body);
    }

    private byte[] line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = file.read(); octet != '\n'; octet = file.read()) {
            if (octet < 0) {
                throw new EOFException("the prepared batches of job " + job + " end too early");
            }
            line.write(octet);
        }
        return line.toByteArray();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
