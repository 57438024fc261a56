package io.bitroutes.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomeSettingsTest {

    @TempDir
    private Path folder;

    @Test
    void defaults() throws ConfigException {
        Path here = Path.of("").toAbsolutePath();

        assertThat(Configured.with().home())
                .isEqualTo(new HomeSettings(
                        here.resolve("data"),
                        here.resolve("data").resolve("state"),
                        Optional.empty(),
                        Optional.empty(),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(8)));
    }

    @Test
    void fullMapping() throws Exception {
        Path routes = Files.createDirectory(folder.resolve("routes"));
        Path operations = Files.createFile(folder.resolve("operations.yaml"));

        Settings settings = Configured.with(
                "home", folder.resolve("家").toString(),
                "state", folder.resolve("local").toString(),
                "routes", routes.toString(),
                "operations", operations.toString(),
                "lease", "1m",
                "shutdown-timeout", "1s");

        assertThat(settings.home())
                .isEqualTo(new HomeSettings(
                        folder.resolve("家"),
                        folder.resolve("local"),
                        Optional.of(routes),
                        Optional.of(operations),
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(1)));
    }

    @Test
    void stateLiesInTheHome() throws ConfigException {
        assertThat(Configured.with("home", folder.toString()).home().state()).isEqualTo(folder.resolve("state"));
    }

    @Test
    void routesAndOperationsMustBeThere() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThat(Configured.problems("routes", file.toString(), "operations", folder.toString()))
                .containsExactly(
                        "bitanswer.routes is '" + file + "' (set by the program); expected an existing folder",
                        "bitanswer.operations is '" + folder + "' (set by the program); expected an existing file");
    }

    @ParameterizedTest
    @CsvSource({"home", "state", "routes", "operations"})
    void badPath(String key) {
        assertThat(Configured.problems(key, "a\0b"))
                .containsExactly("bitanswer." + key + " is 'a\0b' (set by the program); expected a path");
    }

    @ParameterizedTest
    @CsvSource({
        "lease, 99ms, 'a duration from 100ms to 1d, such as 200ms, 5s, 2m, 1h or 1d'",
        "shutdown-timeout, 8 s, 'a duration from 100ms to 1h, such as 200ms, 5s, 2m, 1h or 1d'",
    })
    void badValues(String key, String value, String expected) {
        assertThat(Configured.problems(key, value))
                .containsExactly("bitanswer." + key + " is '" + value + "' (set by the program); expected " + expected);
    }
}
