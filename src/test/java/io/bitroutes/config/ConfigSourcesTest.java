package io.bitroutes.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigSourcesTest {

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final Properties system = new Properties();

    @BeforeEach
    void keyAndLanguage() {
        environment.put("BITANSWER_BITKEY", "a-key");
        environment.put("BITANSWER_LANGUAGE", "en");
    }

    @Test
    void laterSourcesWin() throws Exception {
        file("bitanswer.concurrency=1\nbitanswer.batch-size=1\nbitanswer.isolation.max-requests=1\nbitanswer.rate=1");
        environment.put("BITANSWER_BATCH_SIZE", "2");
        environment.put("BITANSWER_ISOLATION_MAX_REQUESTS", "2");
        environment.put("BITANSWER_RATE", "2");
        system.setProperty("bitanswer.isolation.max-requests", "3");
        system.setProperty("bitanswer.rate", "3");

        Settings settings = Settings.from(sources().with(Map.of("bitanswer.rate", "4")));

        assertThat(settings.send().concurrency()).isEqualTo(1);
        assertThat(settings.send().batchSize()).isEqualTo(2);
        assertThat(settings.send().isolationMaxRequests()).isEqualTo(3);
        assertThat(settings.api().rate()).isEqualTo(4);
    }

    @Test
    void blankValueCountsAsNotGiven() throws Exception {
        file("bitanswer.concurrency=2");
        environment.put("BITANSWER_CONCURRENCY", " ");

        assertThat(Settings.from(sources()).send().concurrency()).isEqualTo(2);
    }

    @Test
    void fileMayHaveByteOrderMarkAndChineseKeys() throws Exception {
        file("\uFEFFbitanswer.csv.aliases.公司=name\nbitanswer.csv.aliases.国家\\ 地区=country\n");

        assertThat(Settings.from(sources()).csv().aliases()).isEqualTo(Map.of("公司", "name", "国家 地区", "country"));
    }

    @Test
    void otherKeysInTheFileAreNotOurs() throws Exception {
        file("camel.main.name=x\nbitkey=y\n");

        assertThat(Settings.from(sources()).api().key().value()).isEqualTo("a-key");
    }

    @Test
    void fileIsOptionalBesideTheJar() throws Exception {
        assertThat(sources().file()).isEmpty();
        file("");
        assertThat(sources().file()).contains(folder.resolve("application.properties"));
    }

    @Test
    void namedFileTakesThePlaceOfTheOneBesideTheJar() throws Exception {
        file("bitanswer.concurrency=1\nbitanswer.rate=7\n");
        Path named = Files.writeString(folder.resolve("named.properties"), "bitanswer.concurrency=2\n");
        environment.put("BITANSWER_CONFIG", named.toString());

        Settings settings = Settings.from(sources());

        assertThat(settings.send().concurrency()).isEqualTo(2);
        assertThat(settings.api().rate()).isZero();
    }

    @Test
    void namedFileMustBeThere() {
        system.setProperty("bitanswer.config", folder.resolve("none.properties").toString());

        assertThat(problems())
                .containsExactly("configuration file " + folder.resolve("none.properties")
                        + " does not exist; bitanswer.config must name an existing file");
    }

    @Test
    void namedFileMustBeAPath() {
        system.setProperty("bitanswer.config", "a\0b");

        assertThat(problems()).containsExactly("bitanswer.config is 'a\0b' (-Dbitanswer.config); expected a path");
    }

    @Test
    void fileMustBeUtf8() throws Exception {
        Path file = folder.resolve("application.properties");
        Files.writeString(file, "bitanswer.csv.aliases.公司=name", Charset.forName("GB18030"));

        assertThat(problems()).containsExactly("configuration file " + file + " is not in UTF-8; save it as UTF-8");
    }

    @Test
    void brokenEscapeInTheFile() throws Exception {
        Path file = file("bitanswer.home=C:\\users\\data");

        assertThat(problems())
                .containsExactly("configuration file " + file + " cannot be read: Malformed \\uxxxx encoding.;"
                        + " a backslash is written twice, paths best with /");
    }

    @Test
    void fileThatIsAFolder() {
        system.setProperty("bitanswer.config", folder.toString());

        assertThat(problems())
                .containsExactly(
                        "configuration file " + folder + " cannot be read: java.io.IOException: Is a directory");
    }

    @Test
    void fileCannotNameAnother() throws Exception {
        Path file = file("bitanswer.config=other.properties");

        assertThat(problems())
                .containsExactly("bitanswer.config (" + file + ") cannot stand in the configuration file itself;"
                        + " give it with -D or in the environment");
    }

    @Test
    void unknownKeysAreErrors() throws Exception {
        Path file = file("bitanswer.baseUrl=http://server\nbitanswer.colour=red\n");
        system.setProperty("bitanswer.retry.maxdelay", "1s");
        system.setProperty("other.key", "x");

        assertThat(problems())
                .containsExactly(
                        "bitanswer.baseUrl (" + file
                                + ") is no key of this program (did you mean 'bitanswer.base-url'?)",
                        "bitanswer.colour (" + file + ") is no key of this program",
                        "bitanswer.retry.maxdelay (-Dbitanswer.retry.maxdelay) is no key of this program"
                                + " (did you mean 'bitanswer.retry.max-delay'?)");
    }

    @Test
    void unknownVariablesAreWarnings() throws Exception {
        environment.put("BITANSWER_BATCHSIZE", "1");
        environment.put("BITANSWER_IMAGE", "1");
        environment.put("BATCH_SIZE", "1");
        environment.put("BITANSWER_LOG_LEVEL", "DEBUG");

        assertThat(Settings.from(sources()).send().batchSize()).isEqualTo(1000);
        assertThat(sources().warnings())
                .containsExactly(
                        "environment variable BITANSWER_BATCHSIZE is no key of this program and is ignored"
                                + " (did you mean 'BITANSWER_BATCH_SIZE'?)",
                        "environment variable BITANSWER_IMAGE is no key of this program and is ignored");
    }

    @Test
    void allProblemsTogetherEachWithItsOrigin() throws Exception {
        Path file = file("bitanswer.rate=fast\n");
        environment.put("BITANSWER_CONCURRENCY", "many");
        system.setProperty("bitanswer.lease", "long");

        ConfigException refused = catchThrowableOfType(ConfigException.class, () -> Settings.from(sources()));

        List<String> expected = List.of(
                "bitanswer.rate is 'fast' (" + file + "); expected a number from 0 to 10000, such as 5 or 0.5",
                "bitanswer.concurrency is 'many' (environment variable BITANSWER_CONCURRENCY); expected a whole number"
                        + " from 1 to 64",
                "bitanswer.lease is 'long' (-Dbitanswer.lease); expected a duration from 100ms to 1d, such as 200ms,"
                        + " 5s, 2m, 1h or 1d");
        assertThat(refused.problems()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(refused).hasMessage(String.join(System.lineSeparator(), refused.problems()));
    }

    @Test
    void sourcesOfThisProcessAreReadable() {
        assertThatCode(ConfigSources::ofThisProcess).doesNotThrowAnyException();
    }

    private List<String> problems() {
        return catchThrowableOfType(ConfigException.class, () -> Settings.from(sources()))
                .problems();
    }

    private ConfigSources sources() {
        return ConfigSources.of(environment, system, Optional.of(folder));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("application.properties"), text);
    }
}
