package io.bitroutes.ledger;

import io.bitroutes.config.LedgerSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;

/**
 * A database on a server, which several instances may share. No step waits for longer than its timeouts; a process that
 * is frozen in a transaction loses it, so that it holds up nobody.
 */
final class PostgresStore implements LedgerStore {
    private static final String SECONDS_TO_CONNECT = "5";
    private static final String SECONDS_OF_SILENCE = "15";
    private static final String LIMITS = "-c lock_timeout=5s -c statement_timeout=10s"
            + " -c idle_in_transaction_session_timeout=5s -c synchronous_commit=on";
    /** Any number, but always the same. */
    private static final long SCHEMA_LOCK = 0x6269_7461L;

    private static final String NO_CONNECTION = "08001";
    private static final int CLASS_LENGTH = 2;
    /** Connection, resources, stopped by an operator, and a fault of the server itself. */
    private static final Set<String> CLASSES_OF_AWAY = Set.of("08", "53", "57", "58");
    /** A session that was ended because it was idle; a server that only reads at present. */
    private static final Set<String> STATES_OF_AWAY = Set.of("25P03", "25006");

    private final String url;
    private final LedgerSettings settings;
    private final boolean readOnly;

    /**
     * @param settings with a URL
     * @param readOnly whether nothing can be changed through it
     */
    PostgresStore(LedgerSettings settings, boolean readOnly) {
        this.url = settings.url().orElseThrow();
        this.settings = settings;
        this.readOnly = readOnly;
    }

    @Override
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
        properties.setProperty("loginTimeout", SECONDS_OF_SILENCE);
        properties.setProperty("socketTimeout", SECONDS_OF_SILENCE);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "bitanswer-routes");
        properties.setProperty("options", LIMITS);
        settings.username().ifPresent(name -> properties.setProperty("user", name));
        if (settings.passwordFile().isPresent()) {
            properties.setProperty("password", password());
        }
        try {
            Connection connection = DriverManager.getConnection(url, properties);
            connection.setReadOnly(readOnly);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw new SQLException(e.getMessage(), NO_CONNECTION, e);
        }
    }

    private String password() throws SQLException {
        try {
            return Files.readString(settings.passwordFile().orElseThrow(), StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            throw new SQLException("the password file cannot be read: " + e, NO_CONNECTION, e);
        }
    }

    @Override
    public void takeSchema(LedgerDatabase database) throws SQLException {
        database.query("SELECT 1 FROM (SELECT pg_advisory_xact_lock(?)) AS taken", row -> row.getInt(1), SCHEMA_LOCK);
    }

    @Override
    public String findTable() {
        return "SELECT 1 WHERE to_regclass(?) IS NOT NULL";
    }

    @Override
    public String clock() {
        return "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";
    }

    @Override
    public boolean isAway(SQLException failure) {
        String state = failure.getSQLState();
        return state != null
                && (CLASSES_OF_AWAY.contains(state.substring(0, CLASS_LENGTH)) || STATES_OF_AWAY.contains(state));
    }

    /** It takes neither the character 0 nor halves of a character. */
    @Override
    public String storable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }

    @Override
    public boolean revive(Connection connection) {
        return false;
    }

    @Override
    public String toString() {
        return LedgerSettings.withoutOptions(url);
    }
}
