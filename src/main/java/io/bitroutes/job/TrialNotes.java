package io.bitroutes.job;

import io.bitroutes.ledger.LedgerDatabase;
import io.bitroutes.ledger.OutcomeLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a trial notes its bad rows, however many: a ledger of its own in a folder that goes when it is closed. */
final class TrialNotes implements AutoCloseable {
    private final Path folder;
    private final LedgerDatabase database;

    private TrialNotes(Path folder, LedgerDatabase database) {
        this.folder = folder;
        this.database = database;
    }

    /** @param parent a local folder; made if need be */
    static TrialNotes in(Path parent) throws IOException {
        Files.createDirectories(parent);
        Path folder = Files.createTempDirectory(parent, "bitanswer-trial-");
        return new TrialNotes(folder, LedgerDatabase.inFolder(folder));
    }

    OutcomeLedger ledger() {
        return new OutcomeLedger(database);
    }

    @Override
    public void close() throws IOException {
        database.close();
        WorkingFolders.delete(folder);
    }
}
