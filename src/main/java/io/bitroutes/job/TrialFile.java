package io.bitroutes.job;

import io.bitroutes.api.Operation;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A file that is looked at without being sent.
 *
 * @param job an id of its own, in the form of a job's
 * @param operation what it would be dropped for
 * @param file where it lies; it stays there
 * @param begun when it was begun
 */
record TrialFile(String job, Operation operation, Path file, Instant begun) {

    String name() {
        return file.getFileName().toString();
    }
}
