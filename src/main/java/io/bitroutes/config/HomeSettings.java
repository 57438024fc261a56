package io.bitroutes.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Where files live and how a process holds them. All paths are absolute.
 *
 * @param home the folder of inbox, archive and dead letters; need not exist yet
 * @param state the folder of the ledger, on a local disk; need not exist yet
 * @param routes the folder of the routes, where one is named; it exists
 * @param operations a catalogue of operations of the operator's, where one is named; it exists
 * @param lease how long a claim holds without a sign of life
 * @param shutdownTimeout how long a stop waits for requests under way
 */
public record HomeSettings(
        Path home,
        Path state,
        Optional<Path> routes,
        Optional<Path> operations,
        Duration lease,
        Duration shutdownTimeout) {
    private static final Key<Path> HOME = Key.of("home", "./data", Kinds.path());
    private static final Key<Path> STATE = Key.open("state", "`<home>/state`", Kinds.path());
    private static final Key<Path> ROUTES =
            Key.open("routes", "`routes/` beside the jar, else above it, else in it", Kinds.path());
    private static final Key<Path> OPERATIONS = Key.open("operations", "the built-in catalogue", Kinds.path());
    private static final Key<Duration> LEASE = Key.of("lease", "30s", Kinds.duration("100ms", "1d"));
    private static final Key<Duration> SHUTDOWN_TIMEOUT =
            Key.of("shutdown-timeout", "8s", Kinds.duration("100ms", "1h"));

    static final List<Key<?>> KEYS = List.of(HOME, STATE, ROUTES, OPERATIONS, LEASE, SHUTDOWN_TIMEOUT);

    static HomeSettings from(Reading reading) {
        Path home = reading.get(HOME);
        HomeSettings settings = new HomeSettings(
                home,
                reading.find(STATE).orElseGet(() -> home.resolve("state")),
                reading.find(ROUTES),
                reading.find(OPERATIONS),
                reading.get(LEASE),
                reading.get(SHUTDOWN_TIMEOUT));
        settings.check(reading);
        return settings;
    }

    private void check(Reading reading) {
        if (routes.filter(path -> !Files.isDirectory(path)).isPresent()) {
            reading.refuse(ROUTES, reading.texts().of("config.expected.existing-folder"));
        }
        if (operations.filter(path -> !Files.isRegularFile(path)).isPresent()) {
            reading.refuse(OPERATIONS, reading.texts().of("config.expected.existing-file"));
        }
    }
}
