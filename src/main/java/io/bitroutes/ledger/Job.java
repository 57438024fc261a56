package io.bitroutes.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * One file on its way. Immutable: a picture of its row.
 *
 * @param id {@code yyyyMMdd-HHmmss-xxxxxxxx}
 * @param operation what is done with its records
 * @param resource what it waits for: one job of a resource at a time
 * @param name the file's name when it was dropped
 * @param state how far it is
 * @param seen the file as last looked at
 * @param claimedAt when it was claimed
 * @param readyAt before this moment it may still be growing
 * @param startedAt when preparing began
 * @param facts what preparing found out; only from {@link State#PREPARED} on
 * @param broken why it was refused whole; only for {@link State#REFUSED}
 */
public record Job(
        String id,
        String operation,
        String resource,
        String name,
        State state,
        Seen seen,
        Instant claimedAt,
        Instant readyAt,
        Optional<Instant> startedAt,
        Facts facts,
        Optional<String> broken) {

    /** How far a job is; each step is written before the next begins. */
    public enum State {
        CLAIMING,
        CLAIMED,
        PREPARED,
        REFUSED,
        RETURNED,
        RECEIPTED,
        ARCHIVED,
        DONE
    }

    /** Size in bytes and modification time of a file. */
    public record Seen(long size, Instant modified) {}

    /**
     * What preparing found out.
     *
     * @param rows how many records the file has
     * @param skipped how many of them were left out on purpose
     * @param batches how many batches were prepared
     * @param sha256 of the file, as hex
     * @param format how the file is written, in the words of whoever prepared it
     */
    public record Facts(long rows, long skipped, int batches, String sha256, String format) {}
}
