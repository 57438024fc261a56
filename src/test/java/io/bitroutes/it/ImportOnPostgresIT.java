package io.bitroutes.it;

import static io.bitroutes.it.CustomerFile.REPLACE;
import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import while the program runs whose ledger is in a database. */
class ImportOnPostgresIT extends ProgramTestBase {
    private final String ledger = PostgresServer.freshUrl();

    @TempDir
    private Path folder;

    @Override
    Launch configured(Launch plain) {
        return plain.with("LEDGER_URL", ledger)
                .with("LEDGER_USERNAME", "postgres")
                .with("RETRY_ATTEMPTS", "2");
    }

    @Test
    void besideTheProgramThatWorksTheFile() throws IOException {
        Path file = file("beside", CustomerFile.of("beside", 2500).refusing(7, 2000));

        try (Program imported = launch.spawn("import", REPLACE, file.toString())) {
            assertThat(imported.exitCode()).as(imported.errors()).isEqualTo(1);
            assertThat(imported.output())
                    .startsWith("a program runs already and works the file\n")
                    .contains("2500 of 2500 rows\n", "Confirmed  2498\n", "Rejected   2\n");
        }
    }

    @Test
    void withAStateOfItsOwnItIsOneMoreInstance() throws IOException {
        Path file = file("further", CustomerFile.of("further", 3));
        Launch further = launch.with("STATE", folder.resolve("state").toString());

        try (Program imported = further.spawn("import", REPLACE, file.toString())) {
            assertThat(imported.exitCode()).as(imported.errors()).isZero();
            assertThat(imported.output())
                    .startsWith("the file is worked here, or by another instance on the same home\n")
                    .contains("Confirmed  3\n");
        }
    }

    @Test
    void waitsOutALedgerThatIsAway() throws IOException {
        Path file = file("patient", CustomerFile.of("patient", 1));
        sandbox.faults().serverDown();

        try (Program imported = launch.spawn("import", REPLACE, file.toString())) {
            Waiting.until(
                    "waits", () -> imported.output().contains("waiting: BitAnswer does not answer as it should ("));
            PostgresServer.down(ledger, true);
            Waiting.until("says so", () -> imported.output()
                    .contains("waiting: the ledger cannot be read at present (the ledger "));
            PostgresServer.down(ledger, false);
            sandbox.faults().serverUp();

            assertThat(imported.exitCode()).as(imported.errors()).isZero();
            assertThat(imported.output()).contains("Confirmed  1\n");
        }
    }

    private Path file(String name, CustomerFile customers) throws IOException {
        return Files.writeString(folder.resolve(name + ".csv"), customers.csv());
    }
}
