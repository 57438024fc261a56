package io.bitroutes.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;

/**
 * The database of the ledger. SQLite with a write-ahead log that is forced at every commit: what a method has written
 * when it returns survives kill -9 and loss of power. Safe for threads: one transaction at a time.
 */
public final class LedgerDatabase implements AutoCloseable {
    private static final String FILE = "ledger.db";

    private final Connection connection;

    /** Steps that are written together or not at all. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    /** Makes an object of a row. */
    @FunctionalInterface
    interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    private LedgerDatabase(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens the ledger in a folder, making both if need be.
     *
     * @throws IOException if the folder cannot be made
     * @throws LedgerException if the database cannot be opened
     */
    public static LedgerDatabase inFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        try {
            LedgerDatabase database =
                    new LedgerDatabase(DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(FILE)));
            database.prepare();
            return database;
        } catch (SQLException e) {
            throw new LedgerException("the ledger " + folder.resolve(FILE) + " cannot be opened", e);
        }
    }

    /**
     * Opens the ledger of another process, to look at it only; empty as long as there is none.
     *
     * @throws LedgerException if the database cannot be opened
     */
    public static Optional<LedgerDatabase> readOnly(Path folder) {
        Path file = folder.resolve(FILE);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            SQLiteConfig config = new SQLiteConfig();
            config.setReadOnly(true);
            Connection connection = config.createConnection("jdbc:sqlite:" + file);
            connection.setAutoCommit(false);
            return Optional.of(new LedgerDatabase(connection));
        } catch (SQLException e) {
            throw new LedgerException("the ledger " + file + " cannot be opened", e);
        }
    }

    private void prepare() throws SQLException {
        query("PRAGMA journal_mode=WAL", row -> row.getString(1));
        update("PRAGMA synchronous=FULL");
        for (String table : LedgerSchema.TABLES) {
            update(table);
        }
        connection.setAutoCommit(false);
    }

    /** Runs the work in one transaction of its own. */
    synchronized <T> T inTransaction(Work<T> work) {
        try {
            T result = work.run();
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new LedgerException("the ledger cannot be used", rolledBack(e));
        } catch (RuntimeException e) {
            throw rolledBack(e);
        }
    }

    private <E extends Exception> E rolledBack(E cause) {
        try {
            connection.rollback();
        } catch (SQLException second) {
            cause.addSuppressed(second);
            beginAnew(cause);
        }
        return cause;
    }

    /** On a full disk SQLite rolls back by itself; its driver does not notice, and would never begin a transaction again. */
    private void beginAnew(Exception cause) {
        try (Statement begin = connection.createStatement()) {
            begin.execute("BEGIN");
        } catch (SQLException third) {
            cause.addSuppressed(third);
        }
    }

    /** How many rows it changed. */
    int update(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = statement(sql, arguments)) {
            return statement.executeUpdate();
        }
    }

    <T> List<T> query(String sql, RowMapper<T> mapper, Object... arguments) throws SQLException {
        try (PreparedStatement statement = statement(sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(mapper.map(rows));
            }
            return found;
        }
    }

    private PreparedStatement statement(String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int index = 0; index < arguments.length; index++) {
            statement.setObject(index + 1, arguments[index]);
        }
        return statement;
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new LedgerException("the ledger cannot be closed", e);
        }
    }
}
