package io.bitroutes.it;

import static io.bitroutes.it.CustomerFile.REPLACE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.PostgresServer;
import io.bitroutes.sandbox.Fault;
import io.bitroutes.sandbox.ReceivedRequest;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one home and one PostgreSQL: what one leaves in the middle of a file, the other takes over. */
class SeveralInstancesIT {
    private static final int ROWS = 8_000;
    private static final int BATCH = 200;
    private static final int BATCHES_BEFORE = 6;
    /** A machine that is busy with other builds must not keep an instance that is well from renewing it. */
    private static final String LEASE = "6s";

    private static final Duration SLOW = Duration.ofMillis(300);

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private Launch launch;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults().withKeepBodies(true));
        CustomerFile.seedOwner(sandbox);
        sandbox.faults().every(1, Fault.delayBeforeApplying(SLOW), request -> request.is(REPLACE));
        launch = Launch.in(folder)
                .against(sandbox, "sandbox")
                .with("LEDGER_URL", PostgresServer.freshUrl())
                .with("LEDGER_USERNAME", "postgres")
                .with("LEASE", LEASE)
                .with("BATCH_SIZE", String.valueOf(BATCH));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void theOtherTakesOverFromOneThatIsFrozenAndFromOneThatIsKilled() throws Exception {
        try (Program one = instance("one")) {
            confirm("first");
            try (Program other = instance("other")) {
                toTheMiddleOf("frozen");
                signal("STOP", one);
                assertComplete("frozen");
                signal("CONT", one);
                confirm("after");
                Waiting.until(
                        "the frozen one notices", () -> one.errors().contains("another instance may work customers"));

                toTheMiddleOf("killed");
                other.kill();
                assertComplete("killed");
                assertThat(one.isAlive()).isTrue();
            }
        }
        RequestIds.of(sandbox, REPLACE).assertOneForEachRecordAndOneBodyForEach();
    }

    private Program instance(String name) throws IOException {
        return launch.with("STATE", folder.resolve(name).toString()).start();
    }

    /** Whoever works it holds the customers from now on. */
    private void confirm(String name) {
        launch.home().drop(REPLACE, name + ".csv", CustomerFile.of(name, 10)::writeTo);
        assertThat(launch.home()
                        .receipt(REPLACE, name + ".csv")
                        .path("confirmed")
                        .intValue())
                .isEqualTo(10);
    }

    private void toTheMiddleOf(String name) {
        long before = batches();
        launch.home().drop(REPLACE, name + ".csv", customers(name)::writeTo);
        Waiting.until("the middle", () -> batches() >= before + BATCHES_BEFORE);
        assertThat(launch.home().receipts(REPLACE, name + ".csv")).isEmpty();
    }

    private long batches() {
        return sandbox.requests().stream()
                .filter(request -> request.is(REPLACE))
                .map(ReceivedRequest::requestId)
                .distinct()
                .count();
    }

    private static CustomerFile customers(String name) {
        return CustomerFile.of(name, ROWS).refusing(500, 6_200);
    }

    private static void signal(String name, Program program) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(program.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private void assertComplete(String name) {
        JsonNode receipt = launch.home().receipt(REPLACE, name + ".csv");
        assertThat(receipt.path("confirmed").intValue()).isEqualTo(ROWS - 2);
        assertThat(receipt.path("rejected").intValue()).isEqualTo(2);
        assertThat(CustomerFile.heldBy(sandbox))
                .containsAllEntriesOf(customers(name).landing());
    }
}
