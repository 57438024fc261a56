package io.bitroutes.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportSettingsTest {

    @Test
    void defaults() throws ConfigException {
        assertThat(Configured.with().export())
                .isEqualTo(new ExportSettings(
                        2,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(5)));
    }

    @Test
    void fullMapping(@TempDir Path folder) throws ConfigException, IOException {
        Path file = Files.createFile(folder.resolve("a file"));
        Settings settings = Configured.with(
                "export.concurrency", "8",
                "share.known-hosts", file.toString(),
                "share.key-file", file.toString(),
                "share.passphrase-file", file.toString(),
                "share.password-file", file.toString(),
                "share.timeout", "10m",
                "export.patience", "1s");

        Optional<Path> given = Optional.of(file);
        assertThat(settings.export())
                .isEqualTo(new ExportSettings(
                        8, given, given, given, given, Duration.ofMinutes(10), Duration.ofSeconds(1)));
    }

    @ParameterizedTest
    @CsvSource({
        "export.concurrency, 0, a whole number from 1 to 8",
        "export.concurrency, 9, a whole number from 1 to 8",
        "export.patience, 99ms, 'a duration from 100ms to 1d, such as 200ms, 5s, 2m, 1h or 1d'",
        "share.timeout, 99ms, 'a duration from 100ms to 10m, such as 200ms, 5s, 2m, 1h or 1d'",
        "share.timeout, 30, 'a duration from 100ms to 10m, such as 200ms, 5s, 2m, 1h or 1d'",
        "share.known-hosts, /no/such/file, an existing file",
        "share.key-file, /no/such/file, an existing file",
        "share.passphrase-file, /no/such/file, an existing file",
        "share.password-file, /no/such/file, an existing file",
    })
    void badValues(String key, String value, String expected) {
        assertThat(Configured.problems(key, value))
                .containsExactly("bitanswer." + key + " is '" + value + "' (set by the program); expected " + expected);
    }
}
