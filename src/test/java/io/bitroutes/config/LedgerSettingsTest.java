package io.bitroutes.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerSettingsTest {
    private static final String URL = "jdbc:postgresql://database.example/bitanswer?sslmode=require";

    @Test
    void defaults() throws ConfigException {
        assertThat(Configured.with().ledger())
                .isEqualTo(new LedgerSettings(Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void fullMapping(@TempDir Path folder) throws ConfigException, IOException {
        Path file = Files.createFile(folder.resolve("password"));

        Settings settings = Configured.with(
                "ledger.url", URL, "ledger.username", "bitanswer", "ledger.password-file", file.toString());

        assertThat(settings.ledger())
                .isEqualTo(new LedgerSettings(Optional.of(URL), Optional.of("bitanswer"), Optional.of(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql://server/ledger", "jdbc:sqlite:ledger.db", "jdbc:postgresql:", "server"})
    void badUrl(String url) {
        assertThat(Configured.problems("ledger.url", url))
                .containsExactly("bitanswer.ledger.url is '" + url + "' (set by the program);"
                        + " expected jdbc:postgresql://server/database, without a password in it");
    }

    @Test
    void noPasswordInTheUrl() {
        assertThat(Configured.problems("ledger.url", "jdbc:postgresql://server/ledger?user=a&password=secret"))
                .containsExactly(
                        "bitanswer.ledger.url is 'jdbc:postgresql://server/ledger?user=a&password=…'"
                                + " (set by the program); expected jdbc:postgresql://server/database, without a password in it");
    }

    @Test
    void passwordFileMustBeThere() {
        assertThat(Configured.problems("ledger.url", URL, "ledger.password-file", "/no/such/file"))
                .containsExactly("bitanswer.ledger.password-file is '/no/such/file' (set by the program);"
                        + " expected an existing file");
    }

    @Test
    void aUserWithoutADatabaseIsAMistake() {
        assertThat(Configured.problems("ledger.username", "bitanswer"))
                .containsExactly("bitanswer.ledger.username is given (set by the program), but bitanswer.ledger.url,"
                        + " which it belongs to, is not");
    }
}
