package io.bitroutes.ledger;

import java.sql.SQLException;
import java.util.List;

/** The tables. Times are milliseconds since 1970; {@code verdict} holds only rows that were not confirmed. */
final class LedgerSchema {
    /** Of the tables as they are below. A table that is only added does not change it; a column does. */
    private static final int VERSION = 1;

    private static final String VERSIONS = "schema_version";

    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE IF NOT EXISTS job (
              id TEXT PRIMARY KEY, operation TEXT NOT NULL, resource TEXT NOT NULL, name TEXT NOT NULL,
              state TEXT NOT NULL, size BIGINT NOT NULL, modified BIGINT NOT NULL, claimed_at BIGINT NOT NULL,
              ready_at BIGINT NOT NULL, started_at BIGINT,
              file_rows BIGINT NOT NULL DEFAULT 0, skipped BIGINT NOT NULL DEFAULT 0, batches INTEGER NOT NULL DEFAULT 0,
              sha256 TEXT, format TEXT, broken TEXT)""",
            "CREATE INDEX IF NOT EXISTS job_waiting ON job (resource, state, claimed_at, id)",
            """
            CREATE TABLE IF NOT EXISTS outcome (
              job TEXT NOT NULL, batch INTEGER NOT NULL, state TEXT NOT NULL, confirmed INTEGER NOT NULL,
              requests INTEGER NOT NULL, retries INTEGER NOT NULL, PRIMARY KEY (job, batch))""",
            """
            CREATE TABLE IF NOT EXISTS verdict (
              job TEXT NOT NULL, file_row BIGINT NOT NULL, code TEXT NOT NULL, status TEXT NOT NULL, msg TEXT NOT NULL,
              request TEXT NOT NULL, PRIMARY KEY (job, file_row))""",
            """
            CREATE TABLE IF NOT EXISTS reissue (
              job TEXT NOT NULL, batch INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
              counter INTEGER NOT NULL, PRIMARY KEY (job, batch, first, last))""",
            """
            CREATE TABLE IF NOT EXISTS sending (
              job TEXT PRIMARY KEY, last_batch INTEGER NOT NULL, stopped_after INTEGER)""",
            """
            CREATE TABLE IF NOT EXISTS outage (
              reason TEXT NOT NULL, since BIGINT NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS export (
              id TEXT PRIMARY KEY, since BIGINT NOT NULL, last_run BIGINT, good_at BIGINT, good_file TEXT,
              failed_at BIGINT, reason TEXT)""",
            """
            CREATE TABLE IF NOT EXISTS export_run (
              export TEXT NOT NULL, fire_time BIGINT NOT NULL, state TEXT NOT NULL, owner TEXT NOT NULL,
              expires BIGINT NOT NULL, PRIMARY KEY (export, fire_time))""",
            """
            CREATE TABLE IF NOT EXISTS export_file (
              export TEXT NOT NULL, share TEXT NOT NULL, name TEXT NOT NULL, token TEXT NOT NULL,
              fire_time BIGINT NOT NULL, published INTEGER NOT NULL, PRIMARY KEY (export, share, name))""",
            """
            CREATE TABLE IF NOT EXISTS share (
              address TEXT PRIMARY KEY, since BIGINT NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS lease (
              resource TEXT PRIMARY KEY, owner TEXT NOT NULL, token BIGINT NOT NULL, expires BIGINT NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS confirmed_turn (
              turn TEXT PRIMARY KEY, queue TEXT NOT NULL, messages TEXT NOT NULL, at BIGINT NOT NULL)""");

    private LedgerSchema() {}

    /**
     * Whether the tables are there, within a transaction.
     *
     * @throws SQLException if a later version of the program has changed them
     */
    static boolean isThere(LedgerDatabase database, String findTable) throws SQLException {
        return !database.query(findTable, row -> row.getInt(1), VERSIONS).isEmpty()
                && !versions(database).isEmpty();
    }

    private static List<Integer> versions(LedgerDatabase database) throws SQLException {
        List<Integer> versions = database.query("SELECT version FROM " + VERSIONS, row -> row.getInt(1));
        for (int version : versions) {
            if (version > VERSION) {
                throw new LaterVersionException(version, VERSION);
            }
        }
        return versions;
    }

    /**
     * Makes what is missing, within a transaction.
     *
     * @throws SQLException if a later version of the program has changed the tables
     */
    static void bringUpToDate(LedgerDatabase database) throws SQLException {
        database.update("CREATE TABLE IF NOT EXISTS " + VERSIONS + " (version INTEGER NOT NULL)");
        List<Integer> versions = versions(database);
        for (String table : TABLES) {
            database.update(table);
        }
        if (versions.isEmpty()) {
            database.update("INSERT INTO " + VERSIONS + " (version) VALUES (?)", VERSION);
        }
    }
}
