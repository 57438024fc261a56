package io.bitroutes.it;

import static io.bitroutes.it.CustomerFile.REPLACE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.sandbox.ReceivedRequest;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Memory does not grow with a file, nor with its bodies beyond one for each worker and one more. */
@Isolated("it is measured")
class MemoryFaultIT {
    private static final int MIB = 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final SandboxOptions OPTIONS = SandboxOptions.defaults().withKeepOracle(false);

    @TempDir
    Path folder;

    @Test
    void bodiesOfFourMebibytesFitInto96Megabytes() throws IOException {
        String description = "x".repeat(8_000);
        int largest = confirmed("96m", 25_000, number -> description);

        assertThat(largest).isBetween(4 * MIB - 10_000, 4 * MIB);
    }

    @Test
    void aMillionRowsFitInto64Megabytes() throws IOException {
        confirmed("64m", 1_000_000, number -> "row " + number);
    }

    /** The length of the largest body. */
    private int confirmed(String heap, int rows, IntFunction<String> description) throws IOException {
        try (Sandbox sandbox = Sandbox.start(OPTIONS)) {
            Launch launch = Launch.in(folder).against(sandbox, OPTIONS.bitkey()).withJvmOption("-Xmx" + heap);
            try (Program program = launch.start()) {
                launch.home().drop(REPLACE, "memory.csv", file -> write(file, rows, description));
                Waiting.until("the receipt", PATIENCE, () -> !launch.home()
                        .receipts(REPLACE, "memory.csv")
                        .isEmpty());
                JsonNode receipt = launch.home().receipt(REPLACE, "memory.csv");

                assertThat(receipt.path("confirmed").intValue()).isEqualTo(rows);
                assertThat(sandbox.state().customerCount()).isEqualTo(rows);
                assertThat(program.errors()).doesNotContain("ERROR", "OutOfMemory");
                int largest = largest(sandbox);
                report(heap, receipt, largest);
                return largest;
            }
        }
    }

    private static void write(Path file, int rows, IntFunction<String> description) throws IOException {
        try (BufferedWriter target = Files.newBufferedWriter(file)) {
            target.write(CustomerFile.header());
            for (int number = 1; number <= rows; number++) {
                target.write("memory-" + number + "," + description.apply(number) + ",".repeat(9) + "\r\n");
            }
        }
    }

    private static int largest(Sandbox sandbox) {
        return sandbox.requests().stream()
                .mapToInt(ReceivedRequest::bodyLength)
                .max()
                .orElseThrow();
    }

    private static void report(String heap, JsonNode receipt, int largest) {
        Duration took = Duration.between(time(receipt, "startedAt"), time(receipt, "finishedAt"));
        System.out.printf(
                "MemoryFaultIT: %,d rows at -Xmx%s: %s requests, the largest body has %,d bytes, %.1f s%n",
                receipt.path("rows").intValue(), heap, receipt.path("requests"), largest, took.toMillis() / 1000.0);
    }

    private static OffsetDateTime time(JsonNode receipt, String name) {
        return OffsetDateTime.parse(receipt.path(name).textValue());
    }
}
