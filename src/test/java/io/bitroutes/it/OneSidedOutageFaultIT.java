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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances, of which one is refused in the middle of a file, as its key is not the right one any more. */
class OneSidedOutageFaultIT {
    private static final String KEY = "sandbox";
    private static final int ROWS = 20_000;
    private static final int BATCHES_BEFORE = 4;
    private static final Duration SLOW = Duration.ofMillis(300);
    private static final Duration SEVERAL_LEASES = Duration.ofSeconds(12);
    private static final CustomerFile CUSTOMERS =
            CustomerFile.of("shared", ROWS).refusing(2_500, 15_000);

    @TempDir
    Path folder;

    private Sandbox sandbox;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults().withBitkey(KEY).withKeepBodies(true));
        CustomerFile.seedOwner(sandbox);
        sandbox.faults().every(1, Fault.delayBeforeApplying(SLOW), request -> request.is(REPLACE));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void theOtherGoesOnAndTheFirstOneComesBack() throws IOException {
        Launch launch = shared();
        try (Program one = instance(launch, "one")) {
            toTheMiddle(launch);
            try (Program other = instance(launch, "other")) {
                key("one", "wrong");
                Waiting.until("let go", () -> one.errors().contains("another instance may work customers"));
                assertComplete(launch);

                other.terminate();
                key("one", KEY);
                launch.home().drop(REPLACE, "after.csv", CustomerFile.of("after", 10)::writeTo);
                assertThat(launch.home()
                                .receipt(REPLACE, "after.csv")
                                .path("confirmed")
                                .intValue())
                        .isEqualTo(10);
            }
            assertComplete(launch);
        }
    }

    @Test
    void whenTheServerIsDownForAllEachTriesOnceAndThenAllWait() throws IOException {
        Launch launch = shared();
        try (Program one = instance(launch, "one");
                Program other = instance(launch, "other")) {
            toTheMiddle(launch);
            sandbox.faults().serverDown();
            Waiting.until("both let go", () -> letGo(one) + letGo(other) == 2);
            Waiting.during(SEVERAL_LEASES, "nobody tries again", () -> letGo(one) + letGo(other) == 2);

            sandbox.faults().serverUp();
            assertComplete(launch);
        }
    }

    private static long letGo(Program program) {
        return program.errors()
                .lines()
                .filter(line -> line.contains("As the outage lasts"))
                .count();
    }

    private Launch shared() {
        return Launch.in(folder)
                .with("BASE_URL", sandbox.baseUrl().toString())
                .with("LEDGER_URL", PostgresServer.freshUrl())
                .with("LEDGER_USERNAME", "postgres")
                .with("LEASE", "2s")
                .with("RETRY_ATTEMPTS", "2")
                .with("CONNECT_TIMEOUT", "500ms")
                .with("RESPONSE_TIMEOUT", "1s");
    }

    private Program instance(Launch launch, String name) throws IOException {
        return launch.with("STATE", folder.resolve(name).toString())
                .with("BITKEY_FILE", key(name, KEY).toString())
                .start();
    }

    private Path key(String name, String key) throws IOException {
        return Files.writeString(folder.resolve("key-" + name), key);
    }

    private void toTheMiddle(Launch launch) {
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

    private void assertComplete(Launch launch) {
        JsonNode receipt = launch.home().receipt(REPLACE, "shared.csv");
        assertThat(receipt.path("confirmed").intValue())
                .isEqualTo(ROWS - CUSTOMERS.refused().size());
        assertThat(receipt.path("rejected").intValue())
                .isEqualTo(CUSTOMERS.refused().size());
        assertThat(CustomerFile.heldBy(sandbox)).containsAllEntriesOf(CUSTOMERS.landing());
        RequestIds.of(sandbox, REPLACE).assertOneForEachRecordAndOneBodyForEach();
    }
}
