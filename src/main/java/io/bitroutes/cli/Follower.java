package io.bitroutes.cli;

import io.bitroutes.job.JobEnd;
import io.bitroutes.job.Receipt;
import io.bitroutes.ledger.Job;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Follows a file that was dropped in this process to its receipt. */
final class Follower {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final Parts parts;
    private final Duration patience;

    /** @param patience how long a file may take */
    Follower(Parts parts, Duration patience) {
        this.parts = parts;
        this.patience = patience;
    }

    /**
     * The receipt of the latest job of that file.
     *
     * @throws IOException if there is none: the file was refused whole, or is still being worked on
     */
    Receipt receiptOf(String operation, String file) throws IOException {
        for (long left = patience.toMillis(); left > 0; left -= BETWEEN_LOOKS.toMillis()) {
            parts.gate.pause(BETWEEN_LOOKS);
            Optional<Job> job = done(operation, file);
            if (job.isPresent()) {
                JobEnd end = JobEnd.of(job.get(), parts.home, parts.texts);
                return end.receipt().orElseThrow(() -> new IOException(end.text()));
            }
        }
        throw new IOException("no receipt of " + file + " within " + patience);
    }

    private Optional<Job> done(String operation, String file) {
        return parts.jobLedger.in(Job.State.DONE).stream()
                .filter(job -> job.operation().equals(operation) && job.name().equals(file))
                .reduce((earlier, later) -> later);
    }
}
