package io.bitroutes.ledger;

import io.bitroutes.ledger.Job.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The jobs of the ledger: who is claimed, how far each is. Safe for threads. */
public final class JobLedger {
    private static final String WAITING = "state NOT IN ('CLAIMING', 'DONE')";

    private final LedgerDatabase database;
    private final Ownership ownership;

    /** The jobs in that database. Whoever writes is alone on it. */
    public JobLedger(LedgerDatabase database) {
        this(database, Ownership.OF_ALL);
    }

    /** The same, where only the owner of a job may write how far it is. */
    public JobLedger(LedgerDatabase database, Ownership ownership) {
        this.database = database;
        this.ownership = ownership;
    }

    /** Writes down that a file is about to be taken. */
    public void claiming(String id, String operation, String resource, String name, Job.Seen seen, Instant at) {
        database.inTransaction(() -> database.update(
                "INSERT INTO job (id, operation, resource, name, state, size, modified, claimed_at, ready_at)"
                        + " VALUES (?, ?, ?, ?, 'CLAIMING', ?, ?, ?, ?)",
                id,
                operation,
                resource,
                name,
                seen.size(),
                seen.modified().toEpochMilli(),
                at.toEpochMilli(),
                at.toEpochMilli()));
    }

    /** The file is ours; it may be worked on from that moment on. Says nothing of a job that is further than that. */
    public void claimed(String id, Job.Seen seen, Instant readyAt) {
        database.inTransaction(() -> database.update(
                "UPDATE job SET state = 'CLAIMED', size = ?, modified = ?, ready_at = ?"
                        + " WHERE id = ? AND state IN ('CLAIMING', 'CLAIMED')",
                seen.size(),
                seen.modified().toEpochMilli(),
                readyAt.toEpochMilli(),
                id));
    }

    /**
     * The claim came to nothing: somebody else took the file, or it went away. One that has come about meanwhile stands.
     */
    public void forget(String id) {
        database.inTransaction(() -> database.update("DELETE FROM job WHERE id = ? AND state = 'CLAIMING'", id));
    }

    /**
     * Before something of a job is made visible: that it is still this process's own.
     *
     * @throws LeaseLostException if it is not
     */
    public void checkOwned(String id) {
        asOwner(id, () -> id);
    }

    /** Forgets jobs that are done and were claimed before a moment, but for some. */
    public void forgetDone(Instant before, Set<String> except) {
        database.inTransaction(() -> {
            List<String> old = database.query(
                    "SELECT id FROM job WHERE state = 'DONE' AND claimed_at < ?",
                    row -> row.getString(1),
                    before.toEpochMilli());
            int forgotten = 0;
            for (String id : old) {
                forgotten += except.contains(id) ? 0 : database.update("DELETE FROM job WHERE id = ?", id);
            }
            return forgotten;
        });
    }

    /** Preparing begins, perhaps once more: what an earlier attempt noted is void. */
    public void started(String id, Instant at) {
        asOwner(id, () -> {
            database.update("DELETE FROM verdict WHERE job = ?", id);
            return database.update(
                    "UPDATE job SET started_at = COALESCE(started_at, ?) WHERE id = ?", at.toEpochMilli(), id);
        });
    }

    /** The batches are on disk, and everything known about the file with them. */
    public void prepared(String id, Job.Facts facts) {
        asOwner(
                id,
                () -> database.update(
                        "UPDATE job SET state = 'PREPARED', file_rows = ?, skipped = ?, batches = ?, sha256 = ?, format = ?"
                                + " WHERE id = ?",
                        facts.rows(),
                        facts.skipped(),
                        facts.batches(),
                        facts.sha256(),
                        facts.format(),
                        id));
    }

    /** The file is refused whole, nothing of it was sent. */
    public void refused(String id, String broken) {
        asOwner(id, () -> database.update("UPDATE job SET state = 'REFUSED', broken = ? WHERE id = ?", broken, id));
    }

    /** A step of settling is done. The last one leaves only the job's row. */
    public void settled(String id, State step) {
        asOwner(id, () -> {
            if (step == State.DONE) {
                database.update("DELETE FROM verdict WHERE job = ?", id);
                database.update("DELETE FROM outcome WHERE job = ?", id);
                database.update("DELETE FROM reissue WHERE job = ?", id);
                database.update("DELETE FROM sending WHERE job = ?", id);
            }
            return database.update("UPDATE job SET state = ? WHERE id = ?", step.name(), id);
        });
    }

    /** The oldest job of a resource that is not done. */
    public Optional<Job> oldest(String resource) {
        return find(WAITING + " AND resource = ? ORDER BY claimed_at, id LIMIT 1", resource).stream()
                .findFirst();
    }

    /** The job of that id. */
    public Optional<Job> find(String id) {
        return find("id = ?", id).stream().findFirst();
    }

    /** The job of a file that looked like this in the inbox, and was claimed at that moment or later. */
    public Optional<Job> find(String operation, String name, Job.Seen seen, Instant from) {
        return find(
                        "operation = ? AND name = ? AND size = ? AND modified = ? AND claimed_at >= ?"
                                + " ORDER BY claimed_at, id LIMIT 1",
                        operation,
                        name,
                        seen.size(),
                        seen.modified().toEpochMilli(),
                        from.toEpochMilli())
                .stream()
                .findFirst();
    }

    /** All jobs in a state, oldest first. */
    public List<Job> in(State state) {
        return find("state = ? ORDER BY claimed_at, id", state.name());
    }

    /** The jobs that are claimed and not done, oldest first, but not more than so many. */
    public List<Job> notDone(int most) {
        return find(WAITING + " ORDER BY claimed_at, id LIMIT ?", most);
    }

    /** How many jobs wait or are worked on. */
    public int waiting() {
        return database.inTransaction(
                        () -> database.query("SELECT COUNT(*) FROM job WHERE " + WAITING, row -> row.getInt(1)))
                .get(0);
    }

    private List<Job> find(String condition, Object... arguments) {
        return database.inTransaction(
                () -> database.query("SELECT * FROM job WHERE " + condition, JobLedger::job, arguments));
    }

    private static Job job(ResultSet row) throws SQLException {
        return new Job(
                row.getString("id"),
                row.getString("operation"),
                row.getString("resource"),
                row.getString("name"),
                State.valueOf(row.getString("state")),
                new Job.Seen(row.getLong("size"), Instant.ofEpochMilli(row.getLong("modified"))),
                Instant.ofEpochMilli(row.getLong("claimed_at")),
                Instant.ofEpochMilli(row.getLong("ready_at")),
                Optional.of(row.getLong("started_at")).filter(at -> at != 0).map(Instant::ofEpochMilli),
                new Job.Facts(
                        row.getLong("file_rows"),
                        row.getLong("skipped"),
                        row.getInt("batches"),
                        row.getString("sha256"),
                        row.getString("format")),
                Optional.ofNullable(row.getString("broken")));
    }

    private <T> T asOwner(String job, LedgerDatabase.Work<T> work) {
        return database.inTransaction(() -> {
            ownership.check(job);
            return work.run();
        });
    }
}
