package io.bitroutes.it;

import static io.bitroutes.it.CustomerFile.REPLACE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.sandbox.Fault;
import io.bitroutes.sandbox.ReceivedRequest;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import io.bitroutes.sandbox.SandboxStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of a hundred batches is interrupted in the middle, in the middle of an isolation too. The next run completes it. */
class ResumeIT {
    private static final int BATCHES = 100;
    private static final int BATCHES_BEFORE = 12;
    private static final int HALVES_BEFORE = 3;
    private static final Duration SLOW = Duration.ofMillis(200);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    private final CustomerFile customers = CustomerFile.of("resume", BATCHES * batch())
            .refusing(1, 5 * batch() / 2, 5 * batch() / 2 + 1, BATCHES / 2 * batch());

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private Launch launch;

    int batch() {
        return 200;
    }

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults().withKeepBodies(true));
        CustomerFile.seedOwner(sandbox);
        launch = Launch.in(folder).against(sandbox, "sandbox").with("BATCH_SIZE", String.valueOf(batch()));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void afterSigtermTheNextRunCompletesTheFile() throws IOException {
        Duration took = interrupt(Program::terminate);

        assertThat(took).isLessThan(LONGEST_STOP);
        assertTheNextRunCompletes("SIGTERM", took);
    }

    @Test
    void afterSigkillTheNextRunCompletesTheFile() throws IOException {
        Duration took = interrupt(Program::kill);

        assertTheNextRunCompletes("SIGKILL", took);
    }

    private Duration interrupt(Function<Program, Duration> end) throws IOException {
        sandbox.faults().every(1, Fault.delayBeforeApplying(SLOW), request -> request.is(REPLACE));
        try (Program program = launch.start()) {
            launch.home().drop(REPLACE, "resume.csv", customers::writeTo);
            Waiting.until("the middle", () -> batches() >= BATCHES_BEFORE && parts(batch() / 2) >= HALVES_BEFORE);
            return end.apply(program);
        }
    }

    private void assertTheNextRunCompletes(String signal, Duration took) throws IOException {
        long before = batches();
        assertThat(before).isBetween((long) BATCHES_BEFORE, BATCHES - 1L);
        assertThat(parts(1)).as("guilty records that stood alone").isZero();
        assertThat(launch.home().receipts(REPLACE, "resume.csv")).isEmpty();
        assertThat(launch.home().deadLetters(REPLACE)).isEmpty();

        sandbox.faults().clear();
        try (Program program = launch.start()) {
            JsonNode receipt = launch.home().receipt(REPLACE, "resume.csv");
            assertComplete(receipt);
            assertThat(program.errors()).doesNotContain("ERROR");
            System.out.printf(
                    "ResumeIT: %s took %d ms; %d of %d batches had gone out; %d requests in all, %s confirmed, %s rejected%n",
                    signal,
                    took.toMillis(),
                    before,
                    BATCHES,
                    sandbox.requests().size(),
                    receipt.path("confirmed"),
                    receipt.path("rejected"));
        }
        RequestIds.of(sandbox, REPLACE).assertOneForEachRecordAndOneBodyForEach();
    }

    private void assertComplete(JsonNode receipt) {
        int refused = customers.refused().size();
        assertThat(receipt.path("rows").intValue()).isEqualTo(customers.rows());
        assertThat(receipt.path("confirmed").intValue()).isEqualTo(customers.rows() - refused);
        assertThat(receipt.path("rejected").intValue()).isEqualTo(refused);
        assertThat(launch.home().deadLetter(receipt))
                .doesNotContain("," + SandboxStatus.REQUEST_ID_REUSED.code() + ",");
        for (int number : customers.refused()) {
            assertThat(launch.home().deadLetter(receipt))
                    .contains("\n" + (number + 1) + ",REFUSED," + SandboxStatus.REFERENCE_TAKEN.code() + ",");
        }
        assertThat(CustomerFile.heldBy(sandbox)).isEqualTo(customers.landing());
    }

    /** How many of the whole batches have gone out, each counted once. */
    private long batches() {
        return sandbox.requests().stream()
                .filter(request -> request.is(REPLACE) && request.records() == batch())
                .map(ReceivedRequest::requestId)
                .distinct()
                .count();
    }

    /** How many requests had no more records than that. */
    private long parts(int most) {
        return sandbox.requests().stream()
                .filter(request -> request.is(REPLACE) && request.records() <= most)
                .count();
    }
}
