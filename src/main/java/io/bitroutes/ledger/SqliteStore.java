package io.bitroutes.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/** A file of this machine, with a write-ahead log that is forced at every commit. */
record SqliteStore(Path file, boolean readOnly) implements LedgerStore {
    private static final String URL = "jdbc:sqlite:";

    @Override
    public Connection connect() throws SQLException {
        return readOnly ? reading() : writing();
    }

    private Connection reading() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        Connection connection = config.createConnection(URL + file);
        connection.setAutoCommit(false);
        return connection;
    }

    private Connection writing() throws SQLException {
        Connection connection = DriverManager.getConnection(URL + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=FULL");
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The folder is locked by whoever writes. */
    @Override
    public void takeSchema(LedgerDatabase database) {}

    @Override
    public String findTable() {
        return "SELECT 1 FROM sqlite_master WHERE name = ?";
    }

    @Override
    public String clock() {
        return "CAST(unixepoch('subsec') * 1000 AS INTEGER)";
    }

    @Override
    public boolean isAway(SQLException failure) {
        return false;
    }

    @Override
    public String storable(String text) {
        return text;
    }

    /** On a full disk SQLite rolls back by itself; its driver does not notice, and would never begin a transaction again. */
    @Override
    public boolean revive(Connection connection) throws SQLException {
        try (Statement begin = connection.createStatement()) {
            begin.execute("BEGIN");
        }
        return true;
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
