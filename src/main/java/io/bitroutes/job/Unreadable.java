package io.bitroutes.job;

import io.bitroutes.ledger.Job;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Files of jobs that cannot be read, or are gone, while all else in the home is well: after three times one is given up,
 * so that it holds nobody else up. Safe for threads.
 */
public final class Unreadable {
    private static final int TIMES = 3;

    private final Home home;
    private final Disks disks;
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    /** @param disks while one of them cannot be used, no failure counts */
    public Unreadable(Home home, Disks disks) {
        this.home = home;
        this.disks = disks;
    }

    /** Something failed that reads the file of that job. Whether that is the file's fault, and has been often enough. */
    boolean isGivenUp(Job job) {
        disks.suspect();
        if (!disks.canBeWritten() || canBeRead(home.original(job))) {
            return false;
        }
        return failures.merge(job.id(), 1, Integer::sum) >= TIMES;
    }

    /** Nothing of that job is left to be read. */
    void forget(Job job) {
        failures.remove(job.id());
    }

    private static boolean canBeRead(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            content.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException cannot) {
            return false;
        }
    }
}
