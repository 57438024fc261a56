package io.bitroutes.job;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.bitroutes.text.Texts;
import java.nio.file.Path;

/**
 * What became of a file, for programs. The names are fixed; times are ISO-8601 with milliseconds and offset; absent = null.
 *
 * @param server the host the records went to
 * @param deadLetter where rows came back, below the home; null if none did
 * @param state {@code done}, {@code stopped} or {@code trial}
 */
@JsonPropertyOrder({
    "job",
    "operation",
    "file",
    "sha256",
    "server",
    "charset",
    "delimiter",
    "rows",
    "confirmed",
    "rejected",
    "unknown",
    "notSent",
    "skipped",
    "requests",
    "retries",
    "claimedAt",
    "startedAt",
    "finishedAt",
    "deadLetter",
    "state"
})
public record Receipt(
        String job,
        String operation,
        String file,
        String sha256,
        String server,
        String charset,
        String delimiter,
        long rows,
        long confirmed,
        long rejected,
        long unknown,
        long notSent,
        long skipped,
        long requests,
        long retries,
        String claimedAt,
        String startedAt,
        String finishedAt,
        String deadLetter,
        String state) {
    static final String DONE = "done";
    static final String STOPPED = "stopped";

    /** Whether every row of the file is confirmed, or was left out on purpose. */
    public boolean allConfirmed() {
        return rows == confirmed + skipped;
    }

    /** The same with the whole path of what came back, for people who are not in the home. */
    public Receipt in(Path home) {
        String whole = deadLetter == null ? null : home.resolve(deadLetter).toString();
        return new Receipt(
                job,
                operation,
                file,
                sha256,
                server,
                charset,
                delimiter,
                rows,
                confirmed,
                rejected,
                unknown,
                notSent,
                skipped,
                requests,
                retries,
                claimedAt,
                startedAt,
                finishedAt,
                whole,
                state);
    }

    /** The same for people. */
    public String text(Texts texts) {
        String stopped = hasStopped() ? texts.of("receipt.stopped") : "";
        return sums(texts) + stopped + (deadLetter == null ? "" : texts.of("receipt.returned", deadLetter));
    }

    /** Whether the job ended before its time. */
    boolean hasStopped() {
        return state.equals(STOPPED);
    }

    private String sums(Texts texts) {
        return texts.of(
                "receipt.text",
                file,
                operation,
                rows,
                confirmed,
                rejected,
                unknown,
                notSent,
                skipped,
                requests,
                claimedAt,
                finishedAt,
                server,
                job);
    }

    /** Whether every row of the file is accounted for. */
    boolean balances() {
        return rows == confirmed + rejected + unknown + notSent + skipped;
    }
}
