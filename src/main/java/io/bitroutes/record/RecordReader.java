package io.bitroutes.record;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Reads one file record by record, in bounded memory. Not safe for threads. */
public interface RecordReader extends Closeable {

    /**
     * The next record; empty at the end of the file.
     *
     * @throws BrokenFileException if the structure of the file is broken, so that no further row can be trusted
     * @throws IOException if the file cannot be read
     */
    Optional<Row> next() throws IOException, BrokenFileException;

    /** How the file is written, as found out. */
    FileFormat format();

    /** SHA-256 of the file's bytes as hex; only after {@link #next} has said the end. */
    String sha256();
}
