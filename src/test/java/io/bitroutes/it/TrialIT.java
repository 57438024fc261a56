package io.bitroutes.it;

import static io.bitroutes.it.CustomerFile.REPLACE;
import static io.bitroutes.it.CustomerFile.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TrialIT extends ProgramTestBase {
    @Override
    Launch configured(Launch plain) {
        return plain.with("RETRY_ATTEMPTS", "2").with("INBOX_OPERATIONS", "all");
    }

    @Test
    void goodFile() {
        TrialFolder trial = TrialFolder.of(home, REPLACE);

        trial.drop("good.csv", CustomerFile.of("good", 1001).csv());

        JsonNode receipt = trial.receipt("good");
        assertThat(receipt.path("rows").intValue()).isEqualTo(1001);
        assertThat(receipt.path("notSent").intValue()).isEqualTo(1001);
        assertThat(receipt.path("rejected").intValue()).isZero();
        assertThat(receipt.path("state").textValue()).isEqualTo("trial");
        assertThat(HomeFolder.text(trial.report("good", "trial.receipt.txt").orElseThrow()))
                .contains("Batches    2\n", "Requests   2\n");
        assertThat(HomeFolder.text(trial.report("good", "trial.csv").orElseThrow()))
                .isEqualTo(CustomerFile.of("good", 1001).csv());
        assertNothingSent();
    }

    @Test
    void partlyBadFileThatIsMendedAndTriedAgain() {
        TrialFolder trial = TrialFolder.of(home, UPDATE);
        trial.drop("part.csv", "name,city\nA,x\n,y\n");

        assertThat(trial.receipt("part").path("rejected").intValue()).isEqualTo(1);
        String rejected =
                HomeFolder.text(trial.report("part", "trial.rejected.csv").orElseThrow());
        assertThat(rejected.lines())
                .containsExactly(
                        "\uFEFF_row,_code,_status,_msg,_request,name,city",
                        "3,INVALID,,\"'name' is empty, but required\",,,y");

        trial.drop("mended.csv", rejected.replace(",,,y", ",,B,y"));

        assertThat(trial.receipt("mended").path("notSent").intValue()).isEqualTo(1);
        assertNothingSent();
    }

    @Test
    void brokenFile() {
        TrialFolder trial = TrialFolder.of(home, UPDATE);

        trial.drop("broken.csv", "name,town\nA,x\n");

        assertThat(trial.error("broken").path("found").textValue()).startsWith("unknown column 'town'");
        assertThat(trial.report("broken", "trial.error.txt")).isPresent();
        assertThat(home.deadLetters(UPDATE)).isEmpty();
        assertNothingSent();
    }

    @Test
    void anOutageIsNoReasonToWait() {
        sandbox.faults().serverDown();
        home.drop(REPLACE, "waiting.csv", CustomerFile.of("waiting", 1).csv());
        Waiting.until("an outage", () -> program.errors().contains("BitAnswer does not answer as it should"));
        TrialFolder trial = TrialFolder.of(home, UPDATE);

        trial.drop("outage.csv", "name\nA\n");

        assertThat(trial.receipt("outage").path("notSent").intValue()).isEqualTo(1);
        assertThat(home.receipts(REPLACE, "waiting.csv")).isEmpty();
        sandbox.faults().serverUp();
        home.receipt(REPLACE, "waiting.csv");
    }

    @Test
    void templatesDroppedAsTheyAreHaveNoRows() {
        List<String> operations =
                Operations.load().writes().stream().map(Operation::id).toList();
        for (String operation : operations) {
            String template = HomeFolder.text(home.root().resolve("templates").resolve(operation + ".csv"));
            home.drop(operation, operation + ".csv", template);
        }

        for (String operation : operations) {
            JsonNode receipt = home.receipt(operation, operation + ".csv");
            assertThat(receipt.path("rows").intValue()).as(operation).isZero();
        }
        assertNothingSent();
    }

    @Test
    void notesForPeopleAreNotTakenAsInput() {
        TrialFolder.of(home, UPDATE).drop("later.csv", "name\nA\n");
        TrialFolder.of(home, UPDATE).receipt("later");

        assertThat(home.root().resolve("inbox").resolve("README.txt")).exists();
        assertThat(HomeFolder.text(home.root().resolve("inbox").resolve("README.txt")))
                .contains("\ncustomer.delete: deletes customers. ");
    }

    private void assertNothingSent() {
        assertThat(sandbox.requests()).isEmpty();
        assertThat(home.root().resolve("working")).isDirectoryNotContaining(TrialIT::isInWork);
    }

    private static boolean isInWork(Path operation) {
        return Objects.requireNonNull(operation.toFile().list()).length > 0;
    }
}
