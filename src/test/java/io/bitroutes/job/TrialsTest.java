package io.bitroutes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.api.Operations;
import io.bitroutes.config.RowLimit;
import io.bitroutes.gate.Gate;
import io.bitroutes.gate.StoppingException;
import io.bitroutes.record.ReadingRules;
import io.bitroutes.record.RecordFiles;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialsTest {
    private static final String UPDATE = "customers.update";
    private static final String JOB = "\\d{8}-\\d{6}-[0-9a-f]{8}";
    private static final RowLimit TENTH = new RowLimit(10, 10);
    private static final Texts TEXTS = Texts.in("en");

    @TempDir
    private Path folder;

    private final Gate gate = new Gate();
    private Home home;
    private Trials trials;

    @BeforeEach
    void make() throws IOException {
        home = new Home(folder.resolve("home"), ZoneId.of("Asia/Shanghai"));
        home.create(List.of(UPDATE, "product.update"));
        RecordFiles files = new RecordFiles(ReadingRules.DEFAULT, TEXTS);
        Trial trial = new Trial(files, gate, 1000, TENTH, TEXTS);
        trials = new Trials(
                home, Operations.load(), trial, folder.resolve("scratch"), "server", TEXTS, Clock.systemUTC());
    }

    @Test
    void goodFile() throws IOException {
        Path file = dropped(UPDATE, "good.csv", "name,city\nA,x\nB,y\n");

        trials.check(file.toFile());

        assertThat(file).doesNotExist();
        assertThat(names(UPDATE)).containsExactly("good.csv", "good.receipt.json", "good.receipt.txt");
        JsonNode receipt = json(UPDATE, "good.*receipt.json");
        assertThat(receipt.path("rows").intValue()).isEqualTo(2);
        assertThat(receipt.path("notSent").intValue()).isEqualTo(2);
        assertThat(receipt.path("rejected").intValue()).isZero();
        assertThat(receipt.path("confirmed").intValue()).isZero();
        assertThat(receipt.path("requests").intValue()).isZero();
        assertThat(receipt.path("deadLetter").isNull()).isTrue();
        assertThat(receipt.path("server").textValue()).isEqualTo("server");
        assertThat(receipt.path("state").textValue()).isEqualTo("trial");
        assertThat(text(UPDATE, "good.*receipt.txt"))
                .contains("nothing was sent", "Good       2\n", "Batches    1\n", "Requests   1\n")
                .doesNotContain("refused whole");
    }

    @Test
    void whatOthersMayBeWritingStaysADay() throws IOException {
        Path out = Files.createDirectories(home.tried(UPDATE));
        Path young = Files.writeString(out.resolve(".a.receipt.json"), "{");
        Path old = Files.writeString(out.resolve(".b.receipt.json"), "{");
        Files.setLastModifiedTime(
                old, FileTime.from(Instant.now().minus(Duration.ofDays(1)).minusSeconds(60)));

        trials.clearBeside(List.of(UPDATE));
        assertThat(young).exists();
        assertThat(old).doesNotExist();

        trials.clear(List.of(UPDATE));
        assertThat(young).doesNotExist();
    }

    @Test
    void receiptsHaveTheMembersOfReceipts() throws IOException {
        trials.check(dropped(UPDATE, "good.csv", "name\nA\n").toFile());

        Iterator<String> members = json(UPDATE, "good.*receipt.json").fieldNames();
        assertThat(members)
                .toIterable()
                .containsExactly(
                        "job",
                        "operation",
                        "file",
                        "sha256",
                        "server",
                        "charset",
                        "delimiter",
                        "rows",
                        "confirmed",
                        "rejected",
                        "unknown",
                        "notSent",
                        "skipped",
                        "requests",
                        "retries",
                        "claimedAt",
                        "startedAt",
                        "finishedAt",
                        "deadLetter",
                        "state");
    }

    @Test
    void partlyBadFile() throws IOException {
        trials.check(dropped(UPDATE, "客户.csv", "name;city\nA;\"x\ny\"\n;z\n").toFile());

        assertThat(names(UPDATE)).containsExactly("客户.csv", "客户.receipt.json", "客户.receipt.txt", "客户.rejected.csv");
        assertThat(text(UPDATE, "客户.*rejected.csv").lines())
                .containsExactly(
                        "\uFEFF_row;_code;_status;_msg;_request;name;city",
                        "3;INVALID;;'name' is empty, but required;;;z");
        JsonNode receipt = json(UPDATE, "客户.*receipt.json");
        assertThat(receipt.path("rejected").intValue()).isEqualTo(1);
        assertThat(receipt.path("notSent").intValue()).isEqualTo(1);
        assertThat(receipt.path("deadLetter").textValue())
                .matches("trial/" + UPDATE + "/out/客户\\." + JOB + "\\.trial\\.rejected\\.csv");
        assertThat(text(UPDATE, "客户.*receipt.txt"))
                .contains("The bad rows are in " + receipt.path("deadLetter").textValue());
    }

    @Test
    void moreBadRowsThanAreCheckedWhileReading() throws IOException {
        String rows = ",x\n".repeat(10_500) + "A,x\n";

        trials.check(dropped(UPDATE, "bad.csv", "name,city\n" + rows).toFile());

        assertThat(json(UPDATE, "bad.*receipt.json").path("rejected").intValue())
                .isEqualTo(10_500);
        assertThat(text(UPDATE, "bad.*rejected.csv").lines()).hasSize(10_501);
        assertThat(text(UPDATE, "bad.*receipt.txt"))
                .contains("the file would be refused whole.\nBad are 10500 of 10501 rows;"
                        + " allowed: 10% (bitanswer.max-invalid).");
    }

    @Test
    void brokenFile() throws IOException {
        trials.check(dropped(UPDATE, "broken.csv", "name,city\nA,\"x\n").toFile());

        assertThat(names(UPDATE)).containsExactly("broken.csv", "broken.error.json", "broken.error.txt");
        JsonNode error = json(UPDATE, "broken.*error.json");
        assertThat(error.path("where").textValue()).isEqualTo("row 2");
        assertThat(error.path("found").textValue()).contains("not closed");
        assertThat(text(UPDATE, "broken.*error.txt")).contains("Where           row 2\n", "nothing was sent");
    }

    @Test
    void operationsThatSendOneByOneTakeARequestForEachRecord() throws IOException {
        String rows =
                IntStream.range(0, 120).mapToObj(row -> "P" + row + ",x\n").collect(Collectors.joining());

        trials.check(
                dropped("product.update", "p.csv", "productName,refId\n" + rows).toFile());

        assertThat(text("product.update", "p.*receipt.txt")).contains("Batches    3\n", "Requests   120\n");
    }

    @Test
    void nothingLeftBehindInTheScratchFolder() throws IOException {
        trials.check(dropped(UPDATE, "a.csv", "name\n\n,\n").toFile());
        trials.check(dropped(UPDATE, "b.csv", "nonsense\n").toFile());

        assertThat(folder.resolve("scratch")).isEmptyDirectory();
    }

    @Test
    void outageIsNoReasonToWait() throws IOException {
        gate.close("down");

        trials.check(dropped(UPDATE, "good.csv", "name\nA\n").toFile());

        assertThat(names(UPDATE)).hasSize(3);
    }

    @Test
    void orderToStopLeavesTheFileWhereItIs() throws IOException {
        Path file = dropped(UPDATE, "good.csv", "name\nA\n");
        gate.stop();

        assertThatThrownBy(() -> trials.check(file.toFile())).isInstanceOf(StoppingException.class);

        assertThat(file).exists();
        assertThat(home.tried(UPDATE)).doesNotExist();
        assertThat(folder.resolve("scratch")).isEmptyDirectory();
    }

    @Test
    void fileThatIsGoneIsNoFailure() throws IOException {
        trials.check(home.trial(UPDATE).resolve("gone.csv").toFile());

        assertThat(home.tried(UPDATE)).doesNotExist();
    }

    @Test
    void clearsWhatAKilledRunLeft() throws IOException {
        Path notes = Files.createDirectories(folder.resolve("scratch/bitanswer-trial-1"));
        Files.writeString(notes.resolve("ledger.db"), "x");
        Files.createDirectories(home.tried(UPDATE));
        Files.writeString(home.tried(UPDATE).resolve(".a.trial.rejected.csv"), "x");
        Files.writeString(home.tried(UPDATE).resolve("a.trial.csv"), "x");

        trials.clear(List.of(UPDATE, "product.update"));

        assertThat(folder.resolve("scratch")).isEmptyDirectory();
        assertThat(names(UPDATE)).containsExactly("a.trial.csv");
    }

    private Path dropped(String operation, String name, String content) throws IOException {
        return Files.writeString(home.trial(operation).resolve(name), content);
    }

    /** Without the id. */
    private List<String> names(String operation) throws IOException {
        try (Stream<Path> files = Files.list(home.tried(operation))) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.replaceFirst("\\." + JOB + "\\.trial", ""))
                    .sorted()
                    .toList();
        }
    }

    private String text(String operation, String pattern) throws IOException {
        try (Stream<Path> files = Files.list(home.tried(operation))) {
            return Files.readString(
                    files.filter(file -> file.getFileName().toString().matches(pattern))
                            .findFirst()
                            .orElseThrow());
        }
    }

    private JsonNode json(String operation, String pattern) throws IOException {
        return new JsonMapper().readTree(text(operation, pattern));
    }
}
