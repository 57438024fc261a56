package io.bitroutes.export;

import io.bitroutes.gate.Gate;
import io.bitroutes.gate.StoppingException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A copy of any length ends when the program stops. */
final class StoppableStream extends FilterInputStream {
    private final Gate gate;

    StoppableStream(InputStream stream, Gate gate) {
        super(stream);
        this.gate = gate;
    }

    /** @throws StoppingException if the program is stopping */
    @Override
    public int read() throws IOException {
        goHomeIfStopping();
        return super.read();
    }

    /** @throws StoppingException if the program is stopping */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        goHomeIfStopping();
        return super.read(buffer, offset, length);
    }

    private void goHomeIfStopping() {
        if (gate.stopping()) {
            throw new StoppingException();
        }
    }
}
