package io.bitroutes.ledger;

import io.bitroutes.config.LedgerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The database of the ledger: SQLite, or PostgreSQL for several instances. What a method has written when it returns
 * survives kill -9 and loss of power. Safe for threads: one transaction at a time.
 *
 * <p>A connection that was lost is opened again. Where the answer to a commit was lost, a step that throws may have been
 * done all the same: every step can be repeated.
 */
public final class LedgerDatabase implements AutoCloseable {
    private static final String FILE = "ledger.db";

    private final LedgerStore store;
    private Connection connection;
    private boolean closed;
    private volatile Consumer<Optional<LedgerException>> watch = nothing -> {};

    /** Steps that are written together or not at all. May be run again from its beginning, so it changes nothing else. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    /** Makes an object of a row. */
    @FunctionalInterface
    interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    private LedgerDatabase(LedgerStore store) {
        this.store = store;
    }

    /**
     * Opens the ledger: in the configured database, else in a folder, which is made if need be.
     *
     * @throws IOException if the folder cannot be made
     * @throws LedgerException if the database cannot be opened
     */
    public static LedgerDatabase open(LedgerSettings settings, Path folder) throws IOException {
        return settings.url().isPresent() ? prepared(new PostgresStore(settings, false)) : inFolder(folder);
    }

    /**
     * Opens the ledger in a folder, making both if need be.
     *
     * @throws IOException if the folder cannot be made
     * @throws LedgerException if the database cannot be opened
     */
    public static LedgerDatabase inFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        return prepared(new SqliteStore(folder.resolve(FILE), false));
    }

    /**
     * Opens the ledger that other processes work with, to look at it only: in the configured database, else in a folder;
     * empty as long as there is none.
     *
     * @throws LedgerException if the database cannot be opened
     */
    public static Optional<LedgerDatabase> readOnly(LedgerSettings settings, Path folder) {
        if (settings.url().isPresent()) {
            return looked(new PostgresStore(settings, true));
        }
        Path file = folder.resolve(FILE);
        return Files.exists(file) ? looked(new SqliteStore(file, true)) : Optional.empty();
    }

    private static Optional<LedgerDatabase> looked(LedgerStore store) {
        LedgerDatabase database = connected(new LedgerDatabase(store));
        boolean there = false;
        try {
            there = database.once(() -> LedgerSchema.isThere(database, store.findTable()));
            return there ? Optional.of(database) : Optional.empty();
        } catch (SQLException e) {
            throw cannotBeOpened(store, e);
        } finally {
            if (!there) {
                database.close();
            }
        }
    }

    /** Whether tables may be made in the configured database. */
    static boolean mayBeMade(LedgerSettings settings) {
        try (LedgerDatabase database = connected(new LedgerDatabase(new PostgresStore(settings, true)))) {
            return database.inTransaction(() -> database.query(
                            "SELECT has_schema_privilege(current_schema(), 'CREATE')", row -> row.getBoolean(1)))
                    .contains(true);
        }
    }

    private static LedgerException cannotBeOpened(LedgerStore store, SQLException cause) {
        return new LedgerException("the ledger " + store + " cannot be opened", cause);
    }

    private static LedgerDatabase connected(LedgerDatabase database) {
        try {
            database.connect();
            return database;
        } catch (SQLException e) {
            throw cannotBeOpened(database.store, e);
        }
    }

    private static LedgerDatabase prepared(LedgerStore store) {
        LedgerDatabase database = connected(new LedgerDatabase(store));
        try {
            database.once(() -> {
                store.takeSchema(database);
                LedgerSchema.bringUpToDate(database);
                return true;
            });
            return database;
        } catch (SQLException e) {
            database.close();
            throw cannotBeOpened(store, e);
        }
    }

    /** A further connection to the same database, for whoever must not wait for the transactions of others. */
    LedgerDatabase another() {
        return connected(new LedgerDatabase(store));
    }

    /** Tells from now on whenever the database does not answer, and (with nothing) whenever it does. Quick, and never throws. */
    public void watchedBy(Consumer<Optional<LedgerException>> watcher) {
        watch = watcher;
    }

    /** Runs the work in one transaction of its own; once more if the connection was lost before its end was asked for. */
    synchronized <T> T inTransaction(Work<T> work) {
        try {
            T result = twice(work);
            watch.accept(Optional.empty());
            return result;
        } catch (SQLException e) {
            LedgerException failure = new LedgerException("the ledger cannot be used", e);
            if (store.isAway(e)) {
                watch.accept(Optional.of(failure));
            }
            throw failure;
        }
    }

    private <T> T twice(Work<T> work) throws SQLException {
        boolean fresh = connection == null;
        try {
            return once(work);
        } catch (CommitException e) {
            throw e.cause();
        } catch (SQLException e) {
            if (fresh || !store.isAway(e)) {
                throw e;
            }
            return once(work);
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        connect();
        try {
            T result = work.run();
            commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            rollBack(e);
            throw e;
        }
    }

    private void commit() throws CommitException {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new CommitException(e);
        }
    }

    private void connect() throws SQLException {
        if (closed) {
            throw new SQLException("it is closed");
        }
        if (connection == null) {
            connection = store.connect();
        }
    }

    private void rollBack(Exception cause) {
        try {
            if (cause instanceof SQLException failure && store.isAway(failure)) {
                disconnect();
            } else {
                connection.rollback();
            }
        } catch (SQLException second) {
            cause.addSuppressed(second);
            revive(cause);
        }
    }

    private void revive(Exception cause) {
        try {
            if (!store.revive(connection)) {
                disconnect();
            }
        } catch (SQLException third) {
            cause.addSuppressed(third);
        }
    }

    private void disconnect() throws SQLException {
        Connection lost = connection;
        connection = null;
        lost.close();
    }

    /** An expression: the milliseconds since 1970 by the clock of the database. */
    String clock() {
        return store.clock();
    }

    /** How many rows it changed. */
    int update(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = statement(sql, arguments)) {
            return statement.executeUpdate();
        }
    }

    /** The same statement for each of these arguments. */
    void updateAll(String sql, List<Object[]> all) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] arguments : all) {
                fill(statement, arguments);
                statement.addBatch();
            }
            statement.executeBatch();
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
        fill(statement, arguments);
        return statement;
    }

    private void fill(PreparedStatement statement, Object... arguments) throws SQLException {
        for (int index = 0; index < arguments.length; index++) {
            Object argument = arguments[index];
            statement.setObject(index + 1, argument instanceof String text ? store.storable(text) : argument);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            if (connection != null) {
                disconnect();
            }
        } catch (SQLException e) {
            throw new LedgerException("the ledger cannot be closed", e);
        }
    }
}
