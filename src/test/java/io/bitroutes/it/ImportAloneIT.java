package io.bitroutes.it;

import static io.bitroutes.it.CustomerFile.REPLACE;
import static io.bitroutes.it.CustomerFile.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.sandbox.Fault;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import while no program runs: it works the file itself. */
class ImportAloneIT {
    private static final int ROWS = 20_000;
    private static final Duration SLOW = Duration.ofSeconds(1);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    private static final CustomerFile CUSTOMERS = CustomerFile.of("alone", ROWS);

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private Launch launch;
    private HomeFolder home;
    private Path file;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults().withKeepBodies(true));
        launch = Launch.in(folder).against(sandbox, "sandbox").with("RETRY_ATTEMPTS", "2");
        home = launch.home();
        file = folder.resolve("alone.csv");
        CUSTOMERS.writeTo(file);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void worksTheFileItselfAndNoOther() throws IOException {
        Path other = home.inbox(UPDATE, "other.csv");
        Path neighbour = home.inbox(REPLACE, "neighbour.csv");
        Files.createDirectories(other.getParent());
        Files.createDirectories(neighbour.getParent());
        Files.writeString(other, "name\nA\n");
        Files.writeString(neighbour, "name\nA\n");

        try (Program imported = launch.spawn("import", REPLACE, file.toString())) {
            assertThat(imported.exitCode()).isZero();
            assertThat(imported.output())
                    .startsWith("no program runs; the file is worked here\n")
                    .contains("20000 of 20000 rows\n", "Confirmed  20000\n");
        }
        assertThat(CustomerFile.heldBy(sandbox)).isEqualTo(CUSTOMERS.landing());
        assertThat(other).exists();
        assertThat(neighbour).exists();
    }

    @Test
    void killedInTheMiddleItIsDoneByTheNextRun() throws IOException {
        interrupt(Program::kill);

        assertTheNextRunCompletes();
    }

    @Test
    void interruptedInTheMiddleItIsDoneByTheNextRun() throws IOException {
        interrupt(imported -> {
            assertThat(imported.terminate()).isLessThan(LONGEST_STOP);
            assertThat(imported.output())
                    .endsWith("Interrupted. Nothing is lost: the next run or import goes on where this one stopped.\n");
        });

        assertTheNextRunCompletes();
    }

    @Test
    void olderJobsGoFirst() throws IOException {
        interrupt(Program::kill);
        Path next = Files.writeString(
                folder.resolve("next.csv"), CustomerFile.of("next", 1).csv());

        try (Program imported = launch.spawn("import", REPLACE, next.toString())) {
            assertThat(imported.exitCode()).isZero();
            assertThat(imported.output()).contains("waiting for an older job: alone.csv for " + REPLACE + " (job ");
        }
        assertThat(home.receipt(REPLACE, "alone.csv").path("confirmed").intValue())
                .isEqualTo(ROWS);
        assertThat(CustomerFile.heldBy(sandbox)).hasSize(ROWS + 1).containsKey("next-1");
    }

    @Test
    void saysThatItWaitsOutAnOutage() throws IOException {
        sandbox.faults().serverDown();

        try (Program imported = launch.spawn("import", REPLACE, file.toString())) {
            Waiting.until("said", () -> imported.output().contains("waiting: BitAnswer does not answer as it should"));
            sandbox.faults().serverUp();

            assertThat(imported.exitCode()).isZero();
        }
    }

    private void interrupt(Consumer<Program> end) throws IOException {
        sandbox.faults().every(1, Fault.delayBeforeApplying(SLOW), request -> request.is(REPLACE));
        try (Program imported = launch.spawn("import", REPLACE, file.toString())) {
            Waiting.until("the middle", () -> requests() >= 5);
            end.accept(imported);
        }
        assertThat(home.receipts(REPLACE, "alone.csv")).isEmpty();
        sandbox.faults().clear();
    }

    private void assertTheNextRunCompletes() throws IOException {
        try (Program program = launch.start()) {
            JsonNode receipt = home.receipt(REPLACE, "alone.csv");
            assertThat(receipt.path("confirmed").intValue()).isEqualTo(ROWS);
            assertThat(program.errors()).doesNotContain("ERROR");
        }
        assertThat(CustomerFile.heldBy(sandbox)).isEqualTo(CUSTOMERS.landing());
    }

    private long requests() {
        return sandbox.requests().stream()
                .filter(request -> request.is(REPLACE))
                .count();
    }
}
