package io.bitroutes.ledger;

import java.util.List;
import java.util.OptionalInt;

/** How far the batches of each job have been handed out, and after which one the job has stopped. Safe for threads. */
public final class SendingLedger {
    private final LedgerDatabase database;
    private final Ownership ownership;

    /** What is written down in that database. Whoever writes is alone on it. */
    public SendingLedger(LedgerDatabase database) {
        this(database, Ownership.OF_ALL);
    }

    /** The same, where only the owner of a job may write how far it is. */
    public SendingLedger(LedgerDatabase database, Ownership ownership) {
        this.database = database;
        this.ownership = ownership;
    }

    /** A batch is about to be handed out; those up to it may have gone out from now on. */
    public void handingOut(String job, int batch) {
        asOwner(
                job,
                () -> database.update(
                        "INSERT INTO sending (job, last_batch) VALUES (?, ?)"
                                + " ON CONFLICT (job) DO UPDATE SET last_batch = excluded.last_batch",
                        job,
                        batch));
    }

    /** The last batch that may have gone out; 0 for none. */
    public int lastHandedOut(String job) {
        return numbers("last_batch", job).stream().findFirst().orElse(0);
    }

    /** The job stops: no batch after that one goes out any more. The first such word stands. */
    public void stop(String job, int after) {
        asOwner(
                job,
                () -> database.update(
                        "INSERT INTO sending (job, last_batch, stopped_after) VALUES (?, ?, ?)"
                                + " ON CONFLICT (job) DO UPDATE SET"
                                + " stopped_after = COALESCE(sending.stopped_after, excluded.stopped_after)",
                        job,
                        after,
                        after));
    }

    /** The last batch before the stop; empty for a job that has not stopped. */
    public OptionalInt stoppedAfter(String job) {
        return numbers("stopped_after", job).stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    private List<Integer> numbers(String column, String job) {
        return database.inTransaction(() -> database.query(
                "SELECT " + column + " FROM sending WHERE job = ? AND " + column + " IS NOT NULL",
                row -> row.getInt(1),
                job));
    }

    private <T> T asOwner(String job, LedgerDatabase.Work<T> work) {
        return database.inTransaction(() -> {
            ownership.check(job);
            return work.run();
        });
    }
}
