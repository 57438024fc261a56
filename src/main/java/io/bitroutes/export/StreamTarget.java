package io.bitroutes.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream of somebody else's, as the standard output: what is written is seen at once, and it stays open. */
public final class StreamTarget implements ExportTarget {
    private final String name;
    private final OutputStream stream;

    /** @param name what people call it */
    public StreamTarget(String name, OutputStream stream) {
        this.name = name;
        this.stream = new BufferedOutputStream(stream);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public OutputStream stream() {
        return stream;
    }

    @Override
    public void publish() throws IOException {
        stream.flush();
    }

    @Override
    public void close() {
        // It belongs to somebody else; and what an export that failed has not flushed is not missed.
    }
}
