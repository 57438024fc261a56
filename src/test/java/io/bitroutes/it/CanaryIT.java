package io.bitroutes.it;

import static io.bitroutes.it.CustomerFile.REPLACE;
import static io.bitroutes.it.CustomerFile.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.FreePort;
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
    void theKeyIsInNothingTheProcessWrote() throws Exception {
        Path share = Files.createDirectory(folder.resolve("share"));
        int port = FreePort.next();
        Launch launch = Launch.in(folder)
                .with("LOG_LEVEL", "DEBUG")
                .with("RETRY_ATTEMPTS", "2")
                .with("EXPORT_PATIENCE", "200ms")
                .with("BUS", "jms")
                .with("JMS_URL", "embedded:" + port)
                .with(
                        "ROUTES",
                        Schedules.in(folder)
                                .with(Schedules.customers("hourly", "file:" + share))
                                .folder()
                                .toString());
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withBitkey(CANARY));
                Program program = launch.against(sandbox, CANARY).start();
                CanarySeen seen = new CanarySeen(program, port)) {
            goThroughTrouble(sandbox, program, launch.home(), seen, share);
            seen.lookAround();
            Files.writeString(folder.resolve("seen.txt"), seen.text());
            // what these say in an outage is not what they say once it has stopped
            Files.copy(launch.home().root().resolve("STATUS.txt"), folder.resolve("STATUS-in-outage.txt"));
            Files.copy(share.resolve("hourly.FAILED.txt"), folder.resolve("FAILED-in-outage.txt"));
            program.terminate();
        }

        // The search finds what is there, in every kind of place.
        assertThat(written("revoked.csv").toString()).contains("ledger.db", "STATUS.txt");
        assertThat(written("referenceId 'TAKEN'").toString()).contains("rejected.csv", "seen.txt", "broker/journal");
        assertThat(written("DEBUG").toString()).contains("stderr");
        assertThat(written("refuses the key").toString())
                .contains("FAILED-in-outage.txt", "STATUS-in-outage.txt", "stderr", "seen.txt");
        assertThat(written("\"sha256\"").toString()).contains("manifest.json");
        assertThat(written("refused-1").toString()).contains("share/hourly-");
        assertThat(seen()).contains("BitAnswerCode=REFUSED", "BitAnswerCode=INVALID", "\"confirmed\":1", "OUTAGE");
        assertThat(seen()).contains("bitanswer_gate_open 0.0", "\"status\":\"DOWN\"");
        assertThat(written(CANARY)).isEmpty();
    }

    private String seen() throws IOException {
        return Files.readString(folder.resolve("seen.txt"));
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

    private static void goThroughTrouble(Sandbox sandbox, Program program, HomeFolder home, CanarySeen seen, Path share)
            throws Exception {
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
        seen.sendRecords();
        awaitIn(share.resolve("hourly-latest.csv"), "refused-1");

        sandbox.faults().serverDown();
        home.drop(REPLACE, "outage.csv", CustomerFile.of("outage", 1).csv());
        awaitLogged(program, "BitAnswer does not answer as it should");
        sandbox.faults().serverUp();
        home.receipt(REPLACE, "outage.csv");

        sandbox.faults().revokeKey();
        home.drop(REPLACE, "revoked.csv", CustomerFile.of("revoked", 1).csv());
        awaitLogged(program, "BitAnswer refuses the key or the account");
        seen.ask();
        awaitIn(home.root().resolve("STATUS.txt"), "BitAnswer refuses the key");
        awaitIn(share.resolve("hourly.FAILED.txt"), "BitAnswer refuses the key");
    }

    private static void awaitIn(Path file, String text) {
        Waiting.until(
                text + " in " + file,
                () -> Files.exists(file) && HomeFolder.text(file).contains(text));
    }

    private static void awaitLogged(Program program, String text) {
        Waiting.until(text, () -> program.errors().contains(text));
    }

    /** The files below the folder in which that text stands, in one of the forms in which programs and brokers write it. */
    private List<Path> written(String text) throws IOException {
        List<String> forms = Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)
                .map(charset -> new String(text.getBytes(charset), StandardCharsets.ISO_8859_1))
                .toList();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, forms))
                    .toList();
        }
    }

    private static boolean holds(Path file, List<String> forms) {
        String content = bytes(file);
        return forms.stream().anyMatch(content::contains);
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
