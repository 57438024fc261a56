package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.sandbox.ReceivedRequest;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Configuration items of many licences, at random, go out in large bodies from a heap that cannot hold them all. The full
 * size is a million rows: {@code mvn verify -Dit.test=GatheringIT -Dgathering.licences=5000 -Dgathering.padding=0
 * -Dgathering.heap=128m}.
 */
@Isolated("it is measured")
class GatheringIT {
    private static final ScatteredItems ITEMS = new ScatteredItems(
            Integer.getInteger("gathering.licences", 200), 200, Integer.getInteger("gathering.padding", 500));
    private static final String HEAP = System.getProperty("gathering.heap", "64m");
    private static final int SMALLEST_AVERAGE = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String UPSERT = "datas.upsert";

    @TempDir
    Path folder;

    @Test
    void itemsOfManyLicencesAtRandomGoOutInLargeBodies() throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withKeepOracle(false));
                Program program = launch(sandbox).start()) {
            JsonNode receipt = worked(launch(sandbox).home());

            List<ReceivedRequest> bodies = sandbox.requests();
            double average = (double) ITEMS.rows() / bodies.size();
            report(receipt, average);
            assertThat(receipt.path("confirmed").intValue()).isEqualTo(ITEMS.rows());
            assertThat(bodies).hasSize(receipt.path("requests").intValue());
            assertThat(bodies).hasSizeGreaterThan(ITEMS.licences());
            assertThat(average).isGreaterThanOrEqualTo(SMALLEST_AVERAGE);
            assertThat(program.errors()).doesNotContain("ERROR");
            assertAllLanded(sandbox);
        }
    }

    private Launch launch(Sandbox sandbox) {
        return Launch.in(folder)
                .against(sandbox, SandboxOptions.defaults().bitkey())
                .withJvmOption("-Xmx" + HEAP);
    }

    private static JsonNode worked(HomeFolder home) {
        home.drop(UPSERT, "items.csv", ITEMS::writeTo);
        await("the receipt").atMost(PATIENCE).until(() -> !home.receipts(UPSERT, "items.csv")
                .isEmpty());
        return home.receipt(UPSERT, "items.csv");
    }

    private static void assertAllLanded(Sandbox sandbox) {
        assertThat(sandbox.state().datas()).hasSize(ITEMS.licences());
        assertThat(sandbox.state().datas())
                .allSatisfy(
                        (sn, items) -> assertThat(ITEMS.isAll(sn, items)).as(sn).isTrue());
    }

    private static void report(JsonNode receipt, double average) {
        Duration time = Duration.between(time(receipt, "startedAt"), time(receipt, "finishedAt"));
        System.out.printf(
                "%d rows of %d licences at -Xmx%s: bodies of %.1f on average, %.1f s%n",
                ITEMS.rows(), ITEMS.licences(), HEAP, average, time.toMillis() / 1000.0);
    }

    private static OffsetDateTime time(JsonNode receipt, String name) {
        return OffsetDateTime.parse(receipt.path(name).textValue());
    }
}
