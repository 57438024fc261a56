package io.bitroutes;

import io.bitroutes.config.LedgerSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A real PostgreSQL of this JVM, begun when first asked for and ended with it. */
public final class PostgresServer {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private PostgresServer() {}

    private static final class Running {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The URL of a fresh, empty database, whose user is {@code postgres} and needs no password. */
    public static String freshUrl() {
        String name = "ledger_" + NUMBER.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return "jdbc:postgresql://localhost:" + Running.SERVER.getPort() + "/" + name;
    }

    /** A fresh, empty database. */
    public static LedgerSettings fresh() {
        return new LedgerSettings(Optional.of(freshUrl()), Optional.of("postgres"), Optional.empty());
    }

    /** A fresh, empty database, and a user of a name of its own who must say the password and may make no tables. */
    public static Guarded guarded(String password) {
        String url = freshUrl();
        String user = "guarded_" + name(url);
        execute("CREATE ROLE " + user + " LOGIN PASSWORD '" + password + "'");
        in(url, "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        Path rules = Path.of(ask("SHOW hba_file"));
        try {
            String line = "host all " + user + " %s scram-sha-256%n";
            Files.writeString(rules, String.format(line + line, "127.0.0.1/32", "::1/128") + Files.readString(rules));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ask("SELECT pg_reload_conf()");
        return new Guarded(url, user);
    }

    /** A database and the user who must say a password. */
    public record Guarded(String url, String user) {}

    /** Does something in a database, as a user who may do everything. */
    public static void in(String url, String sql) {
        execute(Running.SERVER.getDatabase("postgres", name(url)), sql);
    }

    /** Cuts all connections to a database, as a restart of the server does. */
    public static void disconnect(String url) {
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name(url) + "'");
    }

    /** Lets nobody connect to a database, and cuts those who are; or lets them again. */
    public static void down(String url, boolean down) {
        execute("ALTER DATABASE " + name(url) + " ALLOW_CONNECTIONS " + !down);
        if (down) {
            disconnect(url);
        }
    }

    private static String name(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static void execute(String sql) {
        execute(Running.SERVER.getPostgresDatabase(), sql);
    }

    private static String ask(String sql) {
        try (Connection connection = Running.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void execute(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
