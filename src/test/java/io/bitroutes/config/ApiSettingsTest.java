package io.bitroutes.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiSettingsTest {

    @Test
    void defaults() throws ConfigException {
        ApiSettings api = Configured.with().api();

        assertThat(api.baseUrl()).isEqualTo(URI.create("https://back-office-api.bitanswer.cn/bitanswer/api"));
        assertThat(api.key().value()).isEqualTo("a-key");
        assertThat(api.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(api.responseTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(api.rate()).isZero();
    }

    @Test
    void fullMapping() throws ConfigException {
        ApiSettings api = Configured.with(
                        "base-url", "http://127.0.0.1:8080/api//",
                        "bitkey", " other key ",
                        "connect-timeout", "200ms",
                        "response-timeout", "1m",
                        "rate", "0.5")
                .api();

        assertThat(api.baseUrl()).isEqualTo(URI.create("http://127.0.0.1:8080/api"));
        assertThat(api.key().value()).isEqualTo("other key");
        assertThat(api.connectTimeout()).isEqualTo(Duration.ofMillis(200));
        assertThat(api.responseTimeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(api.rate()).isEqualTo(0.5);
    }

    @Test
    void keyFromFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("key"), "from-file\n");

        ApiSettings api =
                Configured.with("bitkey", "", "bitkey-file", file.toString()).api();

        assertThat(api.key().value()).isEqualTo("from-file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://server/api",
                "server/api",
                "https://",
                "https://server/api?a=b",
                "https://server/api#part",
                "https://ser ver/api"
            })
    void badBaseUrl(String value) {
        assertThat(Configured.problems("base-url", value))
                .containsExactly("bitanswer.base-url is '" + value + "' (set by the program); expected an http or https"
                        + " address without user, query and fragment, such as https://server/path");
    }

    @Test
    void passwordInBaseUrlIsNotShown() {
        assertThat(Configured.problems("base-url", "https://me:secret@server/api"))
                .containsExactly("bitanswer.base-url is 'https://…@server/api' (set by the program); expected an http"
                        + " or https address without user, query and fragment, such as https://server/path");
    }

    @ParameterizedTest
    @CsvSource({
        "connect-timeout, 0ms, 'a duration from 1ms to 10m, such as 200ms, 5s, 2m, 1h or 1d'",
        "connect-timeout, 5, 'a duration from 1ms to 10m, such as 200ms, 5s, 2m, 1h or 1d'",
        "response-timeout, 2h, 'a duration from 1ms to 1h, such as 200ms, 5s, 2m, 1h or 1d'",
        "response-timeout, -1s, 'a duration from 1ms to 1h, such as 200ms, 5s, 2m, 1h or 1d'",
        "rate, -1, 'a number from 0 to 10000, such as 5 or 0.5'",
        "rate, 1e3, 'a number from 0 to 10000, such as 5 or 0.5'",
        "rate, 10001, 'a number from 0 to 10000, such as 5 or 0.5'",
    })
    void badValues(String key, String value, String expected) {
        assertThat(Configured.problems(key, value))
                .containsExactly("bitanswer." + key + " is '" + value + "' (set by the program); expected " + expected);
    }

    @Test
    void noKey() {
        assertThat(Configured.problems("bitkey", " "))
                .containsExactly("neither bitanswer.bitkey nor bitanswer.bitkey-file is given; ask the administrator of"
                        + " your BitAnswer account for the key of the back-office API."
                        + " To try this without one: java -jar bitanswer-routes.jar demo");
    }

    @Test
    void twoKeys() {
        assertThat(Configured.problems("bitkey-file", "key.txt"))
                .containsExactly("bitanswer.bitkey (set by the program) and bitanswer.bitkey-file (set by the program)"
                        + " are both given; expected only one of them");
    }

    @ParameterizedTest
    @ValueSource(strings = {"se\u0007cret", "se\ncret", "se密cret"})
    void keyThatNoHeaderCanCarryIsNotShown(String key) {
        assertThat(Configured.problems("bitkey", key))
                .containsExactly("bitanswer.bitkey (set by the program) holds characters that a key cannot have"
                        + " (the value is not shown); expected visible ASCII characters on one line");
    }

    @Test
    void keyFileThatIsNotThere(@TempDir Path folder) {
        Path file = folder.resolve("key");

        assertThat(Configured.problems("bitkey", "", "bitkey-file", file.toString()))
                .containsExactly("bitanswer.bitkey-file (set by the program): key file " + file + " does not exist");
    }

    @Test
    void aKeyGivenAsTheNameOfItsFileIsNotShown() {
        assertThat(Configured.problems("bitkey", "", "bitkey-file", "0123456789abcdef"))
                .containsExactly(
                        "bitanswer.bitkey-file (set by the program) names no file that is there, and looks like a"
                                + " key (the value is not shown); expected the path of a file that holds the key, or the key"
                                + " itself in bitanswer.bitkey");
    }

    @Test
    void aKeyThatStandsInOtherValuesTooIsNotShown() {
        assertThat(Configured.problems("bitkey", "secret-1", "base-url", "http://server/?bitkey=secret-1"))
                .containsExactly(
                        "bitanswer.base-url is 'http://server/?bitkey=[key]' (set by the program); expected an http"
                                + " or https address without user, query and fragment, such as https://server/path");
    }
}
