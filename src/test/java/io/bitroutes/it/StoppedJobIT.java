package io.bitroutes.it;

import static io.bitroutes.it.CustomerFile.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.config.Configured;
import io.bitroutes.ledger.Job;
import io.bitroutes.ledger.JobLedger;
import io.bitroutes.ledger.LedgerDatabase;
import io.bitroutes.ledger.SendingLedger;
import io.bitroutes.sandbox.Fault;
import io.bitroutes.sandbox.ReceivedRequest;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A job of which too much is refused stops, and stays so whatever dies. */
class StoppedJobIT {
    private static final int ROWS = 200;
    private static final int BATCH = 10;
    private static final int MOST_REJECTED = 5;
    private static final Duration UNTIL_KILLED = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private Launch launch;
    private HomeFolder home;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults().withKeepBodies(true));
        launch = Launch.in(folder)
                .against(sandbox, "sandbox")
                .with("BATCH_SIZE", String.valueOf(BATCH))
                .with("CONCURRENCY", "2")
                .with("MAX_REJECTED", String.valueOf(MOST_REJECTED));
        home = launch.home();
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void theRestComesBackUnsentAndCanBeDroppedAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("absent.csv"), absentCustomers());

        try (Program imported = launch.spawn("import", UPDATE, file.toString())) {
            assertThat(imported.exitCode()).as(imported.errors()).isEqualTo(1);
            assertThat(imported.output())
                    .contains("Stopped: too many records came back, so the rest was not sent.")
                    .contains("200 of 200 rows\n");
        }
        JsonNode receipt = home.receipts(UPDATE, "absent.csv").get(0);
        assertStopped(receipt);
        String notSent = home.deadLetter(UPDATE, "absent." + job(receipt) + ".not-sent.csv");
        assertThat(notSent.lines()).hasSize(1 + receipt.path("notSent").intValue());
        assertThat(notSent).endsWith("\n" + (ROWS + 1) + ",NOT_SENT,," + reason(notSent) + ",,c" + ROWS + ",x\n");

        for (int number = 1; number <= ROWS; number++) {
            sandbox.state().seedCustomer(Map.of("name", "c" + number));
        }
        try (Program program = launch.start()) {
            String name = "absent." + job(receipt) + ".not-sent.csv";
            home.drop(UPDATE, name, notSent);
            assertThat(home.receipt(UPDATE, name).path("confirmed")).isEqualTo(receipt.path("notSent"));
            assertThat(program.errors()).doesNotContain("ERROR");
        }
    }

    @Test
    void afterAKillItStaysStoppedAndOnlyWhatWasInFlightGoesAgain() throws IOException {
        sandbox.faults().every(1, Fault.delayBeforeApplying(UNTIL_KILLED), StoppedJobIT::isOfTheSecondBatch);
        int lastBeforeStop;
        try (Program program = launch.start()) {
            home.drop(UPDATE, "killed.csv", absentCustomers());
            Waiting.until("stopped", () -> stoppedAfter().isPresent());
            lastBeforeStop = stoppedAfter().orElseThrow();
            program.kill();
        }
        assertThat(home.receipts(UPDATE, "killed.csv")).isEmpty();
        sandbox.faults().clear();

        try (Program program = launch.with("MAX_REJECTED", "none").start()) {
            JsonNode receipt = home.receipt(UPDATE, "killed.csv");

            assertStopped(receipt);
            assertThat(receipt.path("rejected").intValue()).isEqualTo(lastBeforeStop * BATCH);
            assertThat(program.errors()).doesNotContain("ERROR").contains("stopped, too many records came back");
        }
        assertThat(bodies()).noneMatch(body -> body.contains("\"c" + (lastBeforeStop * BATCH + 1) + "\""));
    }

    private void assertStopped(JsonNode receipt) {
        int rejected = receipt.path("rejected").intValue();
        assertThat(receipt.path("state").textValue()).isEqualTo("stopped");
        assertThat(receipt.path("rows").intValue()).isEqualTo(ROWS);
        assertThat(rejected).isBetween(MOST_REJECTED + 1, 4 * BATCH);
        assertThat(receipt.path("notSent").intValue()).isEqualTo(ROWS - rejected);
        assertThat(receipt.path("deadLetter").textValue()).endsWith("." + job(receipt) + ".rejected.csv");
    }

    private OptionalInt stoppedAfter() {
        try (LedgerDatabase database = LedgerDatabase.readOnly(
                        Configured.EMBEDDED, home.root().resolve("state"))
                .orElseThrow()) {
            return new JobLedger(database)
                    .notDone(1).stream()
                            .map(Job::id)
                            .map(new SendingLedger(database)::stoppedAfter)
                            .findFirst()
                            .orElse(OptionalInt.empty());
        }
    }

    private List<String> bodies() {
        return sandbox.requests().stream()
                .filter(request -> request.is(UPDATE))
                .map(request -> request.body().orElseThrow())
                .toList();
    }

    private static boolean isOfTheSecondBatch(ReceivedRequest request) {
        return request.body().filter(body -> body.contains("\"c12\"")).isPresent();
    }

    private static String reason(String notSent) {
        return notSent.lines().skip(1).findFirst().orElseThrow().split(",", -1)[3];
    }

    private static String absentCustomers() {
        return IntStream.rangeClosed(1, ROWS)
                .mapToObj(number -> "c" + number + ",x\n")
                .collect(Collectors.joining("", "name,city\n", ""));
    }

    private static String job(JsonNode receipt) {
        return receipt.path("job").textValue();
    }
}
