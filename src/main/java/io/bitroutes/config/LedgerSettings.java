package io.bitroutes.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the ledger is kept. All paths are absolute, and what they name is there.
 *
 * @param url a PostgreSQL database that several instances can share; empty = SQLite in the folder of the state
 * @param username who logs in there
 * @param passwordFile holds the password and nothing else
 */
public record LedgerSettings(Optional<String> url, Optional<String> username, Optional<Path> passwordFile) {
    private static final Key<String> URL = Key.open("ledger.url", "", Kinds.ledgerUrl());
    private static final Key<String> USERNAME = Key.open("ledger.username", "", Kinds.text());
    private static final Key<Path> PASSWORD_FILE = Key.open("ledger.password-file", "", Kinds.path());

    static final List<Key<?>> KEYS = List.of(URL, USERNAME, PASSWORD_FILE);

    /** A URL without the options, which may hold what is nobody's business. */
    public static String withoutOptions(String url) {
        return url.replaceAll("\\?.*", "");
    }

    static LedgerSettings from(Reading reading) {
        LedgerSettings settings =
                new LedgerSettings(reading.find(URL), reading.find(USERNAME), reading.find(PASSWORD_FILE));
        settings.check(reading);
        return settings;
    }

    private void check(Reading reading) {
        if (passwordFile.filter(path -> !Files.isRegularFile(path)).isPresent()) {
            reading.refuse(PASSWORD_FILE, reading.texts().of("config.expected.existing-file"));
        }
        boolean nowhere = reading.given(URL).isEmpty();
        for (Key<?> needsUrl : List.of(USERNAME, PASSWORD_FILE)) {
            if (nowhere && reading.given(needsUrl).isPresent()) {
                reading.problem(reading.texts()
                        .of("config.ledger.no-url", needsUrl.full(), reading.origin(needsUrl), URL.full()));
            }
        }
    }
}
