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
    private static final int ROWS = 40_000;
    private static final int BATCHES_BEFORE = 6;
    private static final Duration SLOW = Duration.ofMillis(300);
    private static final CustomerFile CUSTOMERS =
            CustomerFile.of("shared", ROWS).refusing(2_500, 31_000);

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
                .with("LEASE", "2s");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void theOtherTakesOverFromOneThatIsKilled() throws IOException {
        try (Program one = instance("one")) {
            toTheMiddle();
            try (Program other = instance("other")) {
                one.kill();
                assertComplete();
                assertThat(other.isAlive()).isTrue();
            }
        }
    }

    @Test
    void oneThatWasFrozenForLongerThanItsLeaseChangesNothingMore() throws Exception {
        try (Program one = instance("one")) {
            toTheMiddle();
            try (Program other = instance("other")) {
                signal("STOP", one);
                assertComplete();
                signal("CONT", one);

                launch.home().drop(REPLACE, "after.csv", CustomerFile.of("after", 10)::writeTo);
                assertThat(launch.home()
                                .receipt(REPLACE, "after.csv")
                                .path("confirmed")
                                .intValue())
                        .isEqualTo(10);
                Waiting.until(
                        "the frozen one notices", () -> one.errors().contains("another instance may work customers"));
                assertThat(other.isAlive()).isTrue();
            }
            assertComplete();
        }
    }

    private Program instance(String name) throws IOException {
        return launch.with("STATE", folder.resolve(name).toString()).start();
    }

    private void toTheMiddle() {
        launch.home().drop(REPLACE, "shared.csv", CUSTOMERS::writeTo);
        Waiting.until(
                "the middle",
                () -> sandbox.requests().stream()
                                .filter(request -> request.is(REPLACE))
                                .map(ReceivedRequest::requestId)
                                .distinct()
                                .count()
                        >= BATCHES_BEFORE);
    }

    private static void signal(String name, Program program) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(program.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    private void assertComplete() {
        JsonNode receipt = launch.home().receipt(REPLACE, "shared.csv");
        assertThat(receipt.path("confirmed").intValue())
                .isEqualTo(ROWS - CUSTOMERS.refused().size());
        assertThat(receipt.path("rejected").intValue())
                .isEqualTo(CUSTOMERS.refused().size());
        assertThat(CustomerFile.heldBy(sandbox)).containsAllEntriesOf(CUSTOMERS.landing());
        RequestIds.of(sandbox, REPLACE).assertOneForEachRecordAndOneBodyForEach();
    }
}
