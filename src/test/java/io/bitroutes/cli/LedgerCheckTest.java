package io.bitroutes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.PostgresServer;
import io.bitroutes.config.Configured;
import io.bitroutes.config.Settings;
import io.bitroutes.ledger.LedgerDatabase;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerCheckTest {
    private static final String PASSWORD = "a-secret-of-the-ledger";

    @TempDir
    private Path folder;

    @Test
    void anEmptyDatabaseIsWellAndStaysEmpty() throws Exception {
        String url = PostgresServer.freshUrl();

        for (int look = 0; look < 2; look++) {
            assertThat(finding(url, "postgres"))
                    .isEqualTo(new Finding(true, "ledger", "none yet; it is made at the first run"));
        }
    }

    @Test
    void aLedgerInADatabaseIsRead() throws Exception {
        String url = PostgresServer.freshUrl();
        LedgerDatabase.open(settings(url, "postgres").ledger(), folder).close();

        assertThat(finding(url, "postgres"))
                .isEqualTo(new Finding(true, "ledger", "it can be read; files in work or waiting: 0"));
    }

    @Test
    void aDatabaseThatIsMissingIsNamed() throws Exception {
        String url = PostgresServer.freshUrl() + "_not";

        assertThat(wrong(url, "postgres"))
                .startsWith(url + " is not there (FATAL: database ")
                .endsWith("; make it, or check the name in bitanswer.ledger.url");
    }

    @Test
    void aServerThatIsNotThereIsNamedWithoutOptions() throws Exception {
        assertThat(wrong("jdbc:postgresql://127.0.0.1:1/ledger?sslmode=disable", "postgres"))
                .startsWith("jdbc:postgresql://127.0.0.1:1/ledger does not let us in (")
                .contains("bitanswer.ledger.url");
    }

    @Test
    void aWrongPasswordIsNamedAndNotTold() throws Exception {
        PostgresServer.Guarded guarded = PostgresServer.guarded("another");

        assertThat(wrong(guarded.url(), guarded.user()))
                .startsWith(guarded.url() + " refuses the login (FATAL: password authentication failed")
                .contains("bitanswer.ledger.password-file")
                .doesNotContain(PASSWORD);
    }

    @Test
    void aUserWhoMayMakeNoTablesIsNamed() throws Exception {
        PostgresServer.Guarded guarded = PostgresServer.guarded(PASSWORD);

        assertThat(wrong(guarded.url(), guarded.user())).contains("may not make tables in it; grant CREATE");
        PostgresServer.in(guarded.url(), "GRANT CREATE ON SCHEMA public TO " + guarded.user());
        assertThat(finding(guarded.url(), guarded.user()).well()).isTrue();
    }

    @Test
    void theTablesOfALaterVersionAreNotRead() throws Exception {
        String url = PostgresServer.freshUrl();
        LedgerDatabase.open(settings(url, "postgres").ledger(), folder).close();
        PostgresServer.in(url, "UPDATE schema_version SET version = 99");

        assertThat(wrong(url, "postgres")).contains("it has version 99, of a later version of this program");
    }

    @Test
    void aFileThatIsNoLedgerIsNamed() throws Exception {
        Settings settings = Configured.with("state", folder.toString());
        LedgerCheck check = new LedgerCheck(settings, Texts.in("en"));
        assertThat(check.finding().text()).isEqualTo("none yet; it is made at the first run");
        Files.writeString(folder.resolve("ledger.db"), "no ledger at all, but long enough to be looked at ".repeat(20));

        assertThat(check.finding().well()).isFalse();
        assertThat(check.finding().text()).startsWith(folder + " cannot be used: ");
    }

    private String wrong(String url, String user) throws Exception {
        Finding finding = finding(url, user);
        assertThat(finding.well()).as(finding.text()).isFalse();
        return finding.text();
    }

    private Finding finding(String url, String user) throws Exception {
        return new LedgerCheck(settings(url, user), Texts.in("en")).finding();
    }

    private Settings settings(String url, String user) throws Exception {
        return Configured.with(
                "state",
                folder.toString(),
                "ledger.url",
                url,
                "ledger.username",
                user,
                "ledger.password-file",
                password());
    }

    private String password() throws IOException {
        return Files.writeString(folder.resolve("password"), PASSWORD + "\n").toString();
    }
}
