package io.bitroutes.job;

import io.bitroutes.ledger.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;

/**
 * The folders people and other programs rely on.
 *
 * @param root the home
 * @param zone the zone of dates in folder names
 */
public record Home(Path root, ZoneId zone) {
    private static final String MARKER = ".bitanswer-home";

    /** Makes the folders for these operations, and the marker by which a mounted home is known. */
    public void create(Collection<String> operations) throws IOException {
        for (String operation : operations) {
            Files.createDirectories(inbox(operation));
        }
        for (String folder : new String[] {"working", "archive", "dead-letter"}) {
            Files.createDirectories(root.resolve(folder));
        }
        if (Files.notExists(root.resolve(MARKER))) {
            Files.createFile(root.resolve(MARKER));
        }
    }

    /** Where files for an operation are dropped. */
    public Path inbox(String operation) {
        return root.resolve("inbox").resolve(operation);
    }

    /** Where all jobs are worked on, by operation and id. */
    Path working() {
        return root.resolve("working");
    }

    /** Where a job is worked on. */
    Path working(Job job) {
        return working(job.operation(), job.id());
    }

    Path working(String operation, String job) {
        return working().resolve(operation).resolve(job);
    }

    /** The job's own copy of the file that was dropped. */
    Path original(Job job) {
        return working(job).resolve(job.name());
    }

    /** Where a job's file stays when it is worked through; the day is that of the claim. */
    public Path archive(Job job) {
        return root.resolve("archive")
                .resolve(job.operation())
                .resolve(LocalDate.ofInstant(job.claimedAt(), zone).toString());
    }

    /** Where what is refused comes back. */
    Path deadLetter(Job job) {
        return root.resolve("dead-letter").resolve(job.operation());
    }
}
