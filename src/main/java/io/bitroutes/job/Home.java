package io.bitroutes.job;

import io.bitroutes.ledger.Job;
import io.bitroutes.text.IsoTime;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
            Files.createDirectories(trial(operation));
        }
        for (String folder : new String[] {"working", "archive", "dead-letter"}) {
            Files.createDirectories(root.resolve(folder));
        }
        try {
            Files.createFile(marker());
        } catch (FileAlreadyExistsException knownBefore) {
            // As it is at every start but the first, of several instances at once too.
        }
    }

    /** The file by which a mounted home is known. */
    public Path marker() {
        return root.resolve(MARKER);
    }

    /** Whether it is there, and not only the place where it would be mounted. */
    public boolean isThere() {
        return Files.exists(marker());
    }

    /** Where files for an operation are dropped. */
    public Path inbox(String operation) {
        return inbox().resolve(operation);
    }

    /** Where the folders lie in which files are dropped. */
    Path inbox() {
        return root.resolve("inbox");
    }

    /** Where files for an operation are dropped to be checked only. */
    public Path trial(String operation) {
        return root.resolve("trial").resolve(operation);
    }

    /** Where a trial leaves its file and what it found. */
    Path tried(String operation) {
        return trial(operation).resolve("out");
    }

    /** Where an empty file for each operation lies, to be filled in. */
    Path templates() {
        return root.resolve("templates");
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

    /** A path as it stands in receipts: below the home, with slashes. */
    String below(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** A time as it stands in receipts: ISO-8601 with offset. */
    String time(Instant instant) {
        return IsoTime.of(instant, zone);
    }
}
