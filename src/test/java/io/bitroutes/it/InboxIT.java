package io.bitroutes.it;

import static io.bitroutes.it.CustomerFile.DELETE;
import static io.bitroutes.it.CustomerFile.REPLACE;
import static io.bitroutes.it.CustomerFile.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.sandbox.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class InboxIT extends ProgramTestBase {
    private static final Duration SETTLE = Duration.ofMillis(800);
    private static final Duration BETWEEN_LINES = Duration.ofMillis(100);
    private static final int LINES = 20;

    @Override
    Launch configured(Launch plain) {
        return plain.with("INBOX_SETTLE", SETTLE.toMillis() + "ms")
                .with("RETRY_ATTEMPTS", "100")
                .with("RETRY_MAX_DELAY", "200ms");
    }

    @Test
    void aFileThatStillGrowsIsNotTaken() throws IOException {
        CustomerFile customers = CustomerFile.of("slow", LINES);
        Path file = Files.writeString(home.inbox(REPLACE, "slow.csv"), CustomerFile.header());

        AtomicInteger written = new AtomicInteger();
        Awaitility.await()
                .pollInterval(BETWEEN_LINES)
                .atMost(SETTLE.multipliedBy(10))
                .until(() -> {
                    // Without CREATE this fails as soon as somebody has taken the file.
                    Files.writeString(file, customers.line(written.incrementAndGet()), StandardOpenOption.APPEND);
                    return written.get() == LINES;
                });

        JsonNode receipt = home.receipt(REPLACE, "slow.csv");
        assertThat(receipt.path("confirmed").intValue()).isEqualTo(LINES);
        assertThat(CustomerFile.heldBy(sandbox)).isEqualTo(customers.landing());
    }

    @Test
    void theSameNameTwiceInARowIsTwoJobs() {
        home.drop(REPLACE, "twice.csv", CustomerFile.of("first", 1).csv());
        home.awaitClaimed(REPLACE, "twice.csv");
        home.drop(REPLACE, "twice.csv", CustomerFile.of("second", 2).csv());

        assertThat(home.receipts(REPLACE, "twice.csv", 2))
                .extracting(receipt -> receipt.path("rows").intValue())
                .containsExactly(1, 2);
        assertThat(CustomerFile.heldBy(sandbox)).containsOnlyKeys("first-1", "second-1", "second-2");
    }

    @Test
    void theSameNameAgainWhileTheFirstIsWorkedOnIsAnotherJob() {
        hold(REPLACE);
        home.drop(REPLACE, "again.csv", CustomerFile.of("same", 1).csv());
        Waiting.until("the first is being sent", () -> !requests(REPLACE).isEmpty());

        home.drop(REPLACE, "again.csv", CustomerFile.of("same", 2).csv());
        home.awaitClaimed(REPLACE, "again.csv");
        sandbox.faults().clear();

        List<JsonNode> receipts = home.receipts(REPLACE, "again.csv", 2);
        assertThat(receipts)
                .extracting(receipt -> receipt.path("rows").intValue())
                .containsExactly(1, 2);
        assertOneAfterAnother(receipts.get(0), receipts.get(1));
        assertThat(CustomerFile.heldBy(sandbox))
                .isEqualTo(CustomerFile.of("same", 2).landing());
    }

    @Test
    void aChineseNameIsANameLikeAnyOther() {
        home.drop(REPLACE, "客户.csv", CustomerFile.of("客户", 3).csv());
        JsonNode receipt = home.receipt(REPLACE, "客户.csv");

        assertThat(home.archived(REPLACE))
                .extracting(file -> file.getFileName().toString())
                .contains("客户." + receipt.path("job").textValue() + ".csv");
        assertThat(CustomerFile.heldBy(sandbox))
                .isEqualTo(CustomerFile.of("客户", 3).landing());
    }

    @Test
    void temporaryFilesAreLeftAlone() throws IOException {
        List<Path> temporary = List.of(
                home.inbox(REPLACE, ".x.csv"), home.inbox(REPLACE, "x.csv.tmp"), home.inbox(REPLACE, "~$x.csv"));
        for (Path file : temporary) {
            Files.writeString(file, CustomerFile.of("temporary", 1).csv());
        }

        home.drop(REPLACE, "later.csv", CustomerFile.of("later", 1).csv());
        home.receipt(REPLACE, "later.csv");

        assertThat(temporary).allMatch(Files::exists);
        assertThat(CustomerFile.heldBy(sandbox)).containsOnlyKeys("later-1");
    }

    @Test
    void theJobsOfAResourceAreWorkedOneAfterAnotherOldestFirst() {
        sandbox.state().seedCustomer(Map.of("name", "b"));
        hold(UPDATE);
        dropAndAwaitClaim(UPDATE, "name,city\nb,北京\n");
        dropAndAwaitClaim(DELETE, "name\nb\n");
        dropAndAwaitClaim(REPLACE, CustomerFile.of("b", 1).csv());
        sandbox.faults().clear();

        JsonNode update = home.receipt(UPDATE, "in-turn.csv");
        JsonNode delete = home.receipt(DELETE, "in-turn.csv");
        JsonNode replace = home.receipt(REPLACE, "in-turn.csv");
        assertOneAfterAnother(update, delete);
        assertOneAfterAnother(delete, replace);
        assertThat(List.of(update, delete, replace))
                .allMatch(receipt -> receipt.path("confirmed").intValue() == 1);
    }

    @Test
    void aSecondRunOnTheSameHomeIsRefused() throws IOException {
        try (Program second = launch.spawn()) {
            assertThat(second.exitCode()).isEqualTo(2);
            assertThat(second.output()).isEmpty();
            assertThat(second.errors())
                    .isEqualTo(home.root().resolve("state") + " is in use: another run works with this home\n");
        }
    }

    /** Requests of an operation are put off until the faults are cleared. */
    private void hold(String operation) {
        sandbox.faults().every(1, Fault.http(503), request -> request.is(operation));
    }

    private void dropAndAwaitClaim(String operation, String content) {
        home.drop(operation, "in-turn.csv", content);
        home.awaitClaimed(operation, "in-turn.csv");
    }

    private static void assertOneAfterAnother(JsonNode first, JsonNode second) {
        assertThat(time(second, "claimedAt")).isBefore(time(first, "finishedAt"));
        assertThat(time(second, "startedAt")).isAfterOrEqualTo(time(first, "finishedAt"));
    }

    private static OffsetDateTime time(JsonNode receipt, String name) {
        return OffsetDateTime.parse(receipt.path(name).textValue());
    }
}
