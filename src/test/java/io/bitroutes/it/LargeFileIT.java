package io.bitroutes.it;

import static io.bitroutes.it.CustomerFile.REPLACE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.sandbox.ReceivedRequest;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A large file in a small heap; how fast, beside a bare loop that does nothing but post the same bodies. */
@Isolated("it is measured")
class LargeFileIT {
    private static final int ROWS = 200_000;
    private static final int BODIES = 200;
    private static final CustomerFile CUSTOMERS = CustomerFile.of("large", ROWS);
    private static final SandboxOptions OPTIONS = SandboxOptions.defaults().withKeepBodies(true);

    @TempDir
    Path folder;

    @Test
    void twoHundredThousandRowsFitInto64Megabytes() throws Exception {
        try (Sandbox sandbox = Sandbox.start(OPTIONS);
                Program program = small(sandbox).start()) {
            HomeFolder home = small(sandbox).home();
            home.drop(REPLACE, "large.csv", CUSTOMERS::writeTo);
            JsonNode receipt = home.receipt(REPLACE, "large.csv");

            assertComplete(receipt, sandbox);
            assertThat(program.errors()).doesNotContain("ERROR");
            program.terminate();
            report(receipt, sandbox.requests());
        }
    }

    /** With all compilers, as it is run when speed matters. */
    private Launch small(Sandbox sandbox) {
        return Launch.in(folder)
                .against(sandbox, OPTIONS.bitkey())
                .withJvmOption("-XX:TieredStopAtLevel=4")
                .withJvmOption("-Xmx64m");
    }

    private static void assertComplete(JsonNode receipt, Sandbox sandbox) {
        assertThat(receipt.path("rows").intValue()).isEqualTo(ROWS);
        assertThat(receipt.path("confirmed").intValue()).isEqualTo(ROWS);
        assertThat(receipt.path("requests").intValue()).isEqualTo(BODIES);
        assertThat(sandbox.state().customerCount()).isEqualTo(ROWS);
        assertThat(IntStream.rangeClosed(1, ROWS)).allMatch(number -> sandbox.state()
                .customer(CUSTOMERS.name(number))
                .map(CustomerFile::withoutRegDate)
                .filter(CUSTOMERS.customer(number)::equals)
                .isPresent());
    }

    private static void report(JsonNode receipt, List<ReceivedRequest> requests) throws Exception {
        List<String> bodies = requests.stream()
                .filter(request -> request.is(REPLACE))
                .map(request -> request.body().orElseThrow())
                .toList();
        Instant firstWrite = requests.get(0).receivedAt();
        long prepare = rate(Duration.between(time(receipt, "startedAt"), firstWrite));
        long send = rate(Duration.between(firstWrite, time(receipt, "finishedAt")));
        long bare = rate(bareLoop(bodies));
        System.out.printf(
                "LargeFileIT: prepare %,d rows/s; send %,d rows/s; a bare loop of 4 threads posts the same bodies at"
                        + " %,d rows/s; send/bare %.2f%n",
                prepare, send, bare, (double) send / bare);
    }

    private static Duration bareLoop(List<String> bodies) throws Exception {
        try (Sandbox sandbox = Sandbox.start(OPTIONS)) {
            Duration took = new BareLoop(sandbox.baseUrl(), OPTIONS.bitkey()).post(bodies);
            assertThat(sandbox.state().customerCount()).isEqualTo(ROWS);
            return took;
        }
    }

    private static long rate(Duration took) {
        return ROWS * 1000L / Math.max(1, took.toMillis());
    }

    private static Instant time(JsonNode receipt, String name) {
        return OffsetDateTime.parse(receipt.path(name).textValue()).toInstant();
    }
}
