package io.bitroutes.it;

import static io.bitroutes.it.CustomerFile.REPLACE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.sandbox.Fault;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopIT {
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);
    private static final int ROWS = 8_000;

    @TempDir
    Path folder;

    @Test
    void aServerThatDoesNotAnswerDoesNotHoldUpTheEnd() throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            Launch launch = Launch.in(folder).against(sandbox, "sandbox").with("SHUTDOWN_TIMEOUT", "500ms");
            sandbox.faults()
                    .every(1, Fault.delayBeforeApplying(Duration.ofSeconds(25)), request -> request.is(REPLACE));
            try (Program program = launch.start()) {
                launch.home()
                        .drop(REPLACE, "stop.csv", CustomerFile.of("stop", ROWS).csv());
                Waiting.until("a request under way", () -> !sandbox.requests().isEmpty());

                assertThat(program.terminate()).isLessThan(LONGEST_STOP);
            }
            sandbox.faults().clear();
            try (Program program = launch.start()) {
                JsonNode receipt = launch.home().receipt(REPLACE, "stop.csv");

                assertThat(receipt.path("confirmed").intValue()).isEqualTo(ROWS);
                assertThat(program.errors()).doesNotContain("ERROR");
            }
        }
    }
}
