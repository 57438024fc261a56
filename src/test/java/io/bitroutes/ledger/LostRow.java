package io.bitroutes.ledger;

/** A ledger that has lost the row of a job, as one does that is brought back from yesterday's copy. */
public final class LostRow {
    private LostRow() {}

    public static void of(String job, LedgerDatabase database) {
        database.inTransaction(() -> database.update("DELETE FROM job WHERE id = ?", job));
    }
}
