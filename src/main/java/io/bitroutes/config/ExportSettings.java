package io.bitroutes.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Scheduled exports and the shares they go to. All paths are absolute, and what they name is there.
 *
 * @param concurrency scheduled exports under way at a time
 * @param knownHosts the keys of the SFTP servers that are trusted, in the form of OpenSSH
 * @param keyFile the private key with which to log in there
 * @param passphraseFile holds what protects that key and nothing else
 * @param passwordFile holds the password with which to log in there and nothing else
 * @param timeout how long an SFTP server may keep silent
 * @param patience how long a scheduled export may wait for BitAnswer before its share says so
 */
public record ExportSettings(
        int concurrency,
        Optional<Path> knownHosts,
        Optional<Path> keyFile,
        Optional<Path> passphraseFile,
        Optional<Path> passwordFile,
        Duration timeout,
        Duration patience) {
    private static final Key<Integer> CONCURRENCY = Key.of("export.concurrency", "2", Kinds.whole(1, 8));
    private static final Key<Duration> PATIENCE = Key.of("export.patience", "5m", Kinds.duration("100ms", "1d"));
    private static final Key<Path> KNOWN_HOSTS = Key.open("share.known-hosts", "", Kinds.path());

    private static final Key<Path> KEY_FILE = Key.open("share.key-file", "", Kinds.path());
    private static final Key<Path> PASSPHRASE_FILE = Key.open("share.passphrase-file", "", Kinds.path());
    private static final Key<Path> PASSWORD_FILE = Key.open("share.password-file", "", Kinds.path());
    private static final Key<Duration> TIMEOUT = Key.of("share.timeout", "30s", Kinds.duration("100ms", "10m"));

    static final List<Key<?>> KEYS =
            List.of(CONCURRENCY, PATIENCE, KNOWN_HOSTS, KEY_FILE, PASSPHRASE_FILE, PASSWORD_FILE, TIMEOUT);

    static ExportSettings from(Reading reading) {
        return new ExportSettings(
                reading.get(CONCURRENCY),
                file(KNOWN_HOSTS, reading),
                file(KEY_FILE, reading),
                file(PASSPHRASE_FILE, reading),
                file(PASSWORD_FILE, reading),
                reading.get(TIMEOUT),
                reading.get(PATIENCE));
    }

    private static Optional<Path> file(Key<Path> key, Reading reading) {
        Optional<Path> path = reading.find(key);
        if (path.filter(found -> !Files.isRegularFile(found)).isPresent()) {
            reading.refuse(key, reading.texts().of("config.expected.existing-file"));
        }
        return path;
    }
}
