package io.bitroutes;

import io.bitroutes.config.LedgerSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

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
        try (Connection connection = Running.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
