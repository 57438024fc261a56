package io.bitroutes.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Which files exports have put on which shares, and which shares are known. Safe for threads. */
public final class SharedFiles implements KnownShares {
    private static final int PUBLISHED = 1;

    private final LedgerDatabase database;

    public SharedFiles(LedgerDatabase database) {
        this.database = database;
    }

    /** Notes a file before the first byte of it is sent. */
    public void sending(String export, PublishedFile file) {
        database.inTransaction(() -> write(export, file, 0));
    }

    /** Within the transaction of the run. */
    void published(String export, PublishedFile file) throws SQLException {
        write(export, file, PUBLISHED);
    }

    private int write(String export, PublishedFile file, int published) throws SQLException {
        return database.update(
                "INSERT INTO export_file (export, share, name, token, fire_time, published) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (export, share, name) DO UPDATE SET token = excluded.token, published = excluded.published",
                export,
                file.share(),
                file.name(),
                file.token(),
                file.fire().toEpochMilli(),
                published);
    }

    /** The published files of an export on a share, the newest first. */
    public List<PublishedFile> published(String export, String share) {
        return files(export, share, PUBLISHED);
    }

    /** Files whose sending was begun and not brought to an end. */
    public List<PublishedFile> begun(String export, String share) {
        return files(export, share, 0);
    }

    private List<PublishedFile> files(String export, String share, int published) {
        return database.inTransaction(() -> database.query(
                "SELECT name, token, fire_time FROM export_file WHERE export = ? AND share = ? AND published = ?"
                        + " ORDER BY fire_time DESC, name DESC",
                row -> new PublishedFile(
                        share, row.getString(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3))),
                export,
                share,
                published));
    }

    /** A file that a run had put in place before it was killed counts as published. */
    public void keep(String export, PublishedFile file) {
        database.inTransaction(() -> write(export, file, PUBLISHED));
    }

    /** A file is no more on its share. */
    public void forget(String export, PublishedFile file) {
        database.inTransaction(() -> database.update(
                "DELETE FROM export_file WHERE export = ? AND share = ? AND name = ?",
                export,
                file.share(),
                file.name()));
    }

    @Override
    public boolean knows(String share) {
        return !database.inTransaction(
                        () -> database.query("SELECT since FROM share WHERE address = ?", row -> row.getLong(1), share))
                .isEmpty();
    }

    @Override
    public void know(String share, Instant now) {
        database.inTransaction(() -> database.update(
                "INSERT INTO share (address, since) VALUES (?, ?) ON CONFLICT (address) DO NOTHING",
                share,
                now.toEpochMilli()));
    }
}
