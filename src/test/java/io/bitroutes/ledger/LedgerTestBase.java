package io.bitroutes.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A ledger on disk that can be closed and opened again. */
abstract class LedgerTestBase {
    static final Instant CLAIMED = Instant.parse("2026-11-22T02:15:00.123Z");
    static final Job.Seen SEEN = new Job.Seen(42, Instant.parse("2026-11-22T02:14:59.987Z"));

    @TempDir
    Path folder;

    LedgerDatabase database;
    JobLedger jobs;
    OutcomeLedger outcomes;

    @BeforeEach
    void open() throws IOException {
        database = openDatabase();
        jobs = new JobLedger(database);
        outcomes = new OutcomeLedger(database);
    }

    /** The same one at every call within a test. */
    LedgerDatabase openDatabase() throws IOException {
        return LedgerDatabase.inFolder(folder.resolve("state"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** What a restart sees. */
    void reopen() throws IOException {
        close();
        open();
    }

    void claiming(String id, String resource, Instant at) {
        jobs.claiming(id, resource + ".update", resource, id + ".csv", SEEN, at);
    }

    /** A claimed job of customers. */
    Job claimed(String id) {
        claiming(id, "customers", CLAIMED);
        jobs.claimed(id, SEEN, CLAIMED);
        return jobs.find(id).orElseThrow();
    }
}
