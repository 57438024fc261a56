package io.bitroutes.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether the process that works is waiting out an outage, for others to read. Safe for threads. */
public final class OutageLedger {
    private final LedgerDatabase database;

    /** An outage.
     *
     * @param reason for people
     * @param since when it began, to the millisecond
     */
    public record Outage(String reason, Instant since) {}

    /** The outage in that database. */
    public OutageLedger(LedgerDatabase database) {
        this.database = database;
    }

    /** Writes down that there is one, or none. */
    public void write(Optional<Outage> outage) {
        database.inTransaction(() -> {
            int changed = database.update("DELETE FROM outage");
            return outage.isEmpty()
                    ? changed
                    : database.update(
                            "INSERT INTO outage (reason, since) VALUES (?, ?)",
                            outage.get().reason(),
                            outage.get().since().toEpochMilli());
        });
    }

    /** The outage that was written down last; empty if there was none. */
    public Optional<Outage> read() {
        List<Outage> found = database.inTransaction(() -> database.query(
                "SELECT reason, since FROM outage",
                row -> new Outage(row.getString(1), Instant.ofEpochMilli(row.getLong(2)))));
        return found.stream().findFirst();
    }
}
