package io.bitroutes.cli;

import io.bitroutes.ledger.StateLock;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Whoever works a file that is being followed: this process or another one. Not safe for threads. */
final class Worker {
    private static final Duration LONGEST_RESTART = Duration.ofSeconds(30);

    private final Path state;
    private final boolean here;
    private final Duration patience;
    private final Texts texts;
    private long lastSeen = System.nanoTime();

    /** @param patience how long another process may be away */
    Worker(Path state, boolean here, Duration patience, Texts texts) {
        this.state = state;
        this.here = here;
        this.patience = patience;
        this.texts = texts;
    }

    static Worker of(Path state, boolean here, Texts texts) {
        return new Worker(state, here, LONGEST_RESTART, texts);
    }

    boolean isHere() {
        return here;
    }

    /** @throws IOException if it is another process, and has been away for longer than a restart takes */
    void check() throws IOException {
        if (here || StateLock.isHeldByOther(state)) {
            lastSeen = System.nanoTime();
        } else if (System.nanoTime() - lastSeen > patience.toNanos()) {
            throw new IOException(texts.of("import.ended"));
        }
    }
}
