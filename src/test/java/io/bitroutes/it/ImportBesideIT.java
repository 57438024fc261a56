package io.bitroutes.it;

import static io.bitroutes.it.CustomerFile.REPLACE;
import static io.bitroutes.it.CustomerFile.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.ledger.StateLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import while the program runs: that one works the file. */
class ImportBesideIT extends ProgramTestBase {
    @TempDir
    private Path folder;

    @Override
    Launch configured(Launch plain) {
        return plain.with("RETRY_ATTEMPTS", "2");
    }

    @Test
    void someAreRejected() throws IOException {
        CustomerFile customers = CustomerFile.of("beside", 2500).refusing(7, 2000);
        Path file = Files.writeString(folder.resolve("客户.csv"), customers.csv());

        try (Program imported = launch.spawn("import", REPLACE, file.toString())) {
            assertThat(imported.exitCode()).isEqualTo(1);

            Path rejected = home.deadLetters(REPLACE).get(0);
            assertThat(imported.output())
                    .startsWith("a program runs already and works the file\n")
                    .contains("sending 2500 rows in 3 batches\n", "2500 of 2500 rows\n")
                    .contains("Confirmed  2498\n", "Rejected   2\n")
                    .contains("The rows that came back are in " + rejected + ".\n");
        }
        assertThat(file).hasContent(customers.csv());
        assertThat(CustomerFile.heldBy(sandbox)).isEqualTo(customers.landing());
    }

    @Test
    void saysThatItWaitsOutAnOutage() throws IOException {
        Path file = Files.writeString(
                folder.resolve("outage.csv"), CustomerFile.of("outage", 1).csv());
        beginOutage("first.csv");

        try (Program imported = launch.spawn("import", REPLACE, file.toString())) {
            Waiting.until(
                    "said", () -> imported.output().contains("waiting: BitAnswer does not answer as it should ("));
            sandbox.faults().serverUp();

            assertThat(imported.exitCode()).isZero();
            assertThat(imported.output()).contains("Confirmed  1\n");
        }
    }

    @Test
    void fileOfTheSameNameGoesFirst() throws IOException {
        Path file = Files.writeString(
                folder.resolve("same.csv"), CustomerFile.of("second", 1).csv());
        beginOutage("begin.csv");
        home.drop(REPLACE, "same.csv", CustomerFile.of("first", 1).csv());

        try (Program imported = launch.spawn("import", REPLACE, file.toString())) {
            Waiting.until("said", () -> imported.output()
                    .contains("a file named same.csv still waits in the inbox; it goes first"));
            assertThat(home.inbox(REPLACE, "same.csv"))
                    .hasContent(CustomerFile.of("first", 1).csv());
            sandbox.faults().serverUp();

            assertThat(imported.exitCode()).isZero();
        }
        assertThat(home.receipts(REPLACE, "same.csv", 2)).hasSize(2);
        assertThat(CustomerFile.heldBy(sandbox)).containsKeys("first-1", "second-1");
    }

    @Test
    void interruptedOneLeavesTheFileToTheProgramThatRuns() throws IOException {
        Path file = Files.writeString(
                folder.resolve("left.csv"), CustomerFile.of("left", 1).csv());
        beginOutage("closed.csv");

        try (Program imported = launch.spawn("import", REPLACE, file.toString())) {
            Waiting.until("dropped", () -> Files.exists(home.inbox(REPLACE, "left.csv")));
            imported.terminate();
            assertThat(imported.output())
                    .endsWith("Not waited for any longer. The program that runs goes on with the file.\n");
        }
        sandbox.faults().serverUp();
        assertThat(home.receipt(REPLACE, "left.csv").path("confirmed").intValue())
                .isEqualTo(1);
    }

    @Test
    void fileThatIsRefusedWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("broken.csv"), "name,town\nA,x\n");

        try (Program imported = launch.spawn("import", UPDATE, file.toString())) {
            assertThat(imported.exitCode()).isEqualTo(2);
            assertThat(imported.output())
                    .contains("The file broken.csv was refused whole.", "unknown column 'town'")
                    .contains(
                            "A copy is in " + home.root().resolve("dead-letter").resolve(UPDATE));
        }
    }

    @Test
    void whetherTheProgramLivesCanBeSeenFromOutside() throws IOException {
        assertThat(StateLock.isHeldByOther(home.root().resolve("state"))).isTrue();
        assertThat(StateLock.isHeldByOther(folder)).isFalse();
    }

    private void beginOutage(String name) {
        sandbox.faults().serverDown();
        home.drop(REPLACE, name, CustomerFile.of(name, 1).csv());
        home.awaitClaimed(REPLACE, name);
        Waiting.until(
                "an outage",
                () -> program.errors()
                                .lines()
                                .filter(line -> line.contains("BitAnswer does not answer as it should"))
                                .count()
                        > program.errors()
                                .lines()
                                .filter(line -> line.contains("BitAnswer answers again"))
                                .count());
    }
}
