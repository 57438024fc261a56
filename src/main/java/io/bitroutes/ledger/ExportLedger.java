package io.bitroutes.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The runs of scheduled exports: who has claimed which fire time, and up to when BitAnswer has been read. A claim holds
 * while its owner keeps it alive; of all processes on one ledger, one runs an export at a time. Safe for threads.
 */
public final class ExportLedger {
    private static final int RUNS_KEPT = 100;
    private static final String RUNNING = "running";
    private static final String LEFT = "left";

    private final LedgerDatabase database;
    private final String owner;

    /**
     * How an export stands.
     *
     * @param since when it was first scheduled
     * @param lastFire the newest fire time that was claimed
     * @param lastRun when the last published run began: what changed before is in its file or in an older one
     * @param goodAt when it was last published
     * @param failedAt when it last failed, if that is newer
     * @param reason why it failed then
     */
    public record Standing(
            Instant since,
            Optional<Instant> lastFire,
            Optional<Instant> lastRun,
            Optional<Instant> goodAt,
            Optional<Instant> failedAt,
            Optional<String> reason) {}

    /** @param owner the name under which this process claims; no other process has it, now or later */
    public ExportLedger(LedgerDatabase database, String owner) {
        this.database = database;
        this.owner = owner;
    }

    /** Notes an export that is scheduled; one that is known keeps what is known of it. */
    public void register(String export, Instant now) {
        database.inTransaction(() -> database.update(
                "INSERT INTO export (id, since) VALUES (?, ?) ON CONFLICT (id) DO NOTHING",
                export,
                now.toEpochMilli()));
    }

    /** How an export stands; empty if it was never registered. */
    public Optional<Standing> standing(String export) {
        List<Standing> found = database.inTransaction(() -> database.query(
                "SELECT since, (SELECT MAX(fire_time) FROM export_run WHERE export = id), last_run, good_at, failed_at,"
                        + " reason FROM export WHERE id = ?",
                row -> new Standing(
                        Instant.ofEpochMilli(row.getLong(1)),
                        time(row, 2),
                        time(row, 3),
                        time(row, 4),
                        time(row, 5),
                        Optional.ofNullable(row.getString(6))),
                export));
        return found.stream().findFirst();
    }

    /**
     * Claims a fire time: one that nobody has claimed, or whose owner has left it or died. Whether it is ours; not while
     * another run of the export is under way.
     */
    public boolean claim(String export, Instant fire, Instant now, Duration lease) {
        long expires = now.plus(lease).toEpochMilli();
        return database.inTransaction(() -> {
            // whoever changes the row of the export has it alone until the commit
            database.update("UPDATE export SET since = since WHERE id = ?", export);
            if (isUnderWay(export, now)) {
                return false;
            }
            int claimed = database.update(
                    "INSERT INTO export_run (export, fire_time, state, owner, expires) VALUES (?, ?, ?, ?, ?)"
                            + " ON CONFLICT (export, fire_time) DO NOTHING",
                    export,
                    fire.toEpochMilli(),
                    RUNNING,
                    owner,
                    expires);
            return claimed == 1 || takeUp(export, fire, expires) == 1;
        });
    }

    private boolean isUnderWay(String export, Instant now) throws SQLException {
        return !database.query(
                        "SELECT fire_time FROM export_run WHERE export = ? AND state = ? AND expires > ?",
                        row -> row.getLong(1),
                        export,
                        RUNNING,
                        now.toEpochMilli())
                .isEmpty();
    }

    /** Nobody's run is under way: one that says so has lost its owner. */
    private int takeUp(String export, Instant fire, long expires) throws SQLException {
        return database.update(
                "UPDATE export_run SET state = ?, owner = ?, expires = ? WHERE export = ? AND fire_time = ? AND state IN (?, ?)",
                RUNNING,
                owner,
                expires,
                export,
                fire.toEpochMilli(),
                RUNNING,
                LEFT);
    }

    /** Keeps the claim of a run alive. */
    public void keepAlive(String export, Instant fire, Instant now, Duration lease) {
        database.inTransaction(() -> database.update(
                "UPDATE export_run SET expires = ? WHERE export = ? AND fire_time = ? AND owner = ? AND state = ?",
                now.plus(lease).toEpochMilli(),
                export,
                fire.toEpochMilli(),
                owner,
                RUNNING));
    }

    /** Gives up all claims of processes that are gone, on a ledger that nobody else uses. */
    public void giveUpClaims() {
        database.inTransaction(() -> database.update("UPDATE export_run SET state = ? WHERE state = ?", LEFT, RUNNING));
    }

    /** The newest fire time of an export, if its run was begun and not brought to an end. */
    public Optional<Instant> left(String export, Instant now) {
        List<Instant> found = database.inTransaction(() -> database.query(
                "SELECT fire_time FROM export_run WHERE export = ? AND (state = ? OR (state = ? AND expires <= ?))"
                        + " AND fire_time = (SELECT MAX(fire_time) FROM export_run WHERE export = ?)",
                row -> Instant.ofEpochMilli(row.getLong(1)),
                export,
                LEFT,
                RUNNING,
                now.toEpochMilli(),
                export));
        return found.stream().findFirst();
    }

    /** Leaves a run to the next start. */
    public void leave(String export, Instant fire) {
        end(export, fire, LEFT, () -> 0);
    }

    /** A run has failed, and is not taken up again. Whether it was still ours. */
    public boolean failed(String export, Instant fire, String reason, Instant now) {
        return end(export, fire, "failed", () -> {
            prune(export);
            return database.update(
                    "UPDATE export SET failed_at = ?, reason = ? WHERE id = ?", now.toEpochMilli(), reason, export);
        });
    }

    /**
     * A run is published: its file counts among those of the export, and the next run reads from where it began. Whether
     * it was still ours; if not, nothing is changed.
     */
    public boolean published(String export, Instant fire, PublishedFile file, Instant began, Instant now) {
        return end(export, fire, "done", () -> {
            new SharedFiles(database).published(export, file);
            prune(export);
            return database.update(
                    "UPDATE export SET last_run = ?, good_at = ?, good_file = ?, failed_at = NULL, reason = NULL WHERE id = ?",
                    began.toEpochMilli(),
                    now.toEpochMilli(),
                    file.name(),
                    export);
        });
    }

    private boolean end(String export, Instant fire, String state, LedgerDatabase.Work<Integer> more) {
        return database.inTransaction(() -> {
            int ours = database.update(
                    "UPDATE export_run SET state = ? WHERE export = ? AND fire_time = ? AND owner = ? AND state = ?",
                    state,
                    export,
                    fire.toEpochMilli(),
                    owner,
                    RUNNING);
            if (ours == 1) {
                more.run();
            }
            return ours == 1;
        });
    }

    private void prune(String export) throws SQLException {
        database.update(
                "DELETE FROM export_run WHERE export = ? AND fire_time NOT IN"
                        + " (SELECT fire_time FROM export_run WHERE export = ? ORDER BY fire_time DESC LIMIT ?)",
                export,
                export,
                RUNS_KEPT);
    }

    private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
