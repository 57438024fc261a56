package io.bitroutes.job;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/** What became of a file, for programs. The names are fixed; times are ISO-8601 with offset; absent = null. */
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
record Receipt(
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

    /** Whether every row of the file is accounted for. */
    boolean balances() {
        return rows == confirmed + rejected + unknown + notSent + skipped;
    }
}
