package io.bitroutes.ledger;

import java.util.List;

/** The tables. Times are milliseconds since 1970; {@code verdict} holds only rows that were not confirmed. */
final class LedgerSchema {
    static final List<String> TABLES = List.of(
            """
            CREATE TABLE IF NOT EXISTS job (
              id TEXT PRIMARY KEY, operation TEXT NOT NULL, resource TEXT NOT NULL, name TEXT NOT NULL,
              state TEXT NOT NULL, size BIGINT NOT NULL, modified BIGINT NOT NULL, claimed_at BIGINT NOT NULL,
              ready_at BIGINT NOT NULL, started_at BIGINT, sending INTEGER NOT NULL DEFAULT 0,
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
              address TEXT PRIMARY KEY, since BIGINT NOT NULL)""");

    private LedgerSchema() {}
}
