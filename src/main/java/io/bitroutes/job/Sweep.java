package io.bitroutes.job;

import io.bitroutes.record.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * At start: hidden files that a killed process has left, and that no step writes again. What is younger than a day may be
 * somebody's who is at it.
 */
public final class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    static final Duration NOBODYS = Duration.ofDays(1);

    private final Home home;
    private final Path state;
    private final Clock clock;

    /** @param state the folder of the ledger */
    public Sweep(Home home, Path state, Clock clock) {
        this.home = home;
        this.state = state;
        this.clock = clock;
    }

    /** Deletes them; what cannot be deleted stays until the next start. */
    public void run() throws IOException {
        for (Path inbox : WorkingFolders.children(home.inbox())) {
            if (Files.isDirectory(inbox)) {
                sweep(inbox, Drop.HIDDEN, Drop.TEMPORARY);
            }
        }
        sweep(home.inbox(), ".", DurableFile.APART);
        sweep(home.templates(), ".", DurableFile.APART);
        sweep(home.root(), TestWrite.HIDDEN, Drop.TEMPORARY);
        sweep(state, TestWrite.HIDDEN, Drop.TEMPORARY);
    }

    private void sweep(Path folder, String prefix, String suffix) throws IOException {
        Instant old = clock.instant().minus(NOBODYS);
        for (Path file : WorkingFolders.children(folder)) {
            String name = file.getFileName().toString();
            if (name.startsWith(prefix) && name.endsWith(suffix)) {
                deleteIfOlder(file, old);
            }
        }
    }

    /** What cannot be deleted stays until the next start. */
    static void deleteIfOlder(Path file, Instant moment) {
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(moment)) {
                Files.delete(file);
            }
        } catch (IOException e) {
            LOG.debug("{} is not swept", file, e);
        }
    }
}
