package io.bitroutes.it;

import static io.bitroutes.it.CustomerFile.REPLACE;
import static io.bitroutes.it.CustomerFile.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.sandbox.Fault;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key is in nothing the process writes, whatever goes wrong and however much it is asked to log. */
class CanaryIT {
    private static final String CANARY = "canary" + UUID.randomUUID().toString().replace("-", "");

    @TempDir
    Path folder;

    @Test
    void theKeyIsInNothingTheProcessWrote() throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withBitkey(CANARY))) {
            Launch launch = Launch.in(folder)
                    .against(sandbox, CANARY)
                    .with("LOG_LEVEL", "DEBUG")
                    .with("RETRY_ATTEMPTS", "2");
            try (Program program = launch.start()) {
                goThroughTrouble(sandbox, program, launch.home());
                program.terminate();
            }
        }

        // The search finds what is there: in a dead letter, in the log, in the ledger.
        assertThat(written("revoked.csv").toString()).contains("ledger.db");
        assertThat(written("referenceId 'TAKEN'").toString()).contains("rejected.csv");
        assertThat(written("DEBUG").toString()).contains("stderr");
        assertThat(written(CANARY)).isEmpty();
    }

    @Test
    void aKeyThatCannotBeSentIsNotShown() throws IOException {
        try (Program program = Launch.in(folder)
                .with("BITKEY", CANARY + " 密钥")
                .with("LOG_LEVEL", "DEBUG")
                .spawn()) {
            assertThat(program.exitCode()).isEqualTo(2);
            assertThat(program.errors()).contains("bitanswer.bitkey").contains("the value is not shown");
        }
        assertThat(written(CANARY)).isEmpty();
    }

    private static void goThroughTrouble(Sandbox sandbox, Program program, HomeFolder home) {
        CustomerFile.seedOwner(sandbox);
        sandbox.faults().next(Fault.html(502));
        sandbox.faults().next(Fault.resetBeforeApplying());
        home.drop(
                REPLACE,
                "refused.csv",
                CustomerFile.of("refused", 20).refusing(7).csv());
        home.receipt(REPLACE, "refused.csv");
        home.drop(UPDATE, "broken.csv", "name,citty\r\na,b\r\n");
        home.error(UPDATE, "broken");

        sandbox.faults().serverDown();
        home.drop(REPLACE, "outage.csv", CustomerFile.of("outage", 1).csv());
        awaitLogged(program, "BitAnswer does not answer as it should");
        sandbox.faults().serverUp();
        home.receipt(REPLACE, "outage.csv");

        sandbox.faults().revokeKey();
        home.drop(REPLACE, "revoked.csv", CustomerFile.of("revoked", 1).csv());
        awaitLogged(program, "BitAnswer refuses the key or the account");
    }

    private static void awaitLogged(Program program, String text) {
        Waiting.until(text, () -> program.errors().contains(text));
    }

    /** The files below the folder in which that text stands. */
    private List<Path> written(String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> bytes(file).contains(text))
                    .toList();
        }
    }

    /** One character for each byte, so that every kind of file can be searched. */
    private static String bytes(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
