package io.bitroutes.it;

import static io.bitroutes.it.CustomerFile.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trial of many rows is killed in the middle: nothing is sent, and the next run does it again, in 64 MB. */
class TrialKilledIT {
    private static final int ROWS = 200_000;
    private static final int BAD = ROWS / 100;

    @TempDir
    private Path folder;

    @Test
    void isDoneAgainAndNothingIsSent() throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            Launch launch = Launch.in(folder).against(sandbox, "sandbox").withJvmOption("-Xmx64m");
            TrialFolder trial = TrialFolder.of(launch.home(), UPDATE);
            Path file = trial.folder().resolve("big.csv");
            try (Program program = launch.start()) {
                write(file);
                Waiting.until("begun", () -> notes(launch) > 0);
                program.kill();
            }
            assertThat(file).exists();
            assertThat(trial.out()).isEmpty();

            try (Program program = launch.start()) {
                assertThat(notes(launch)).isLessThanOrEqualTo(1);
                JsonNode receipt = trial.receipt("big");
                assertThat(receipt.path("rows").intValue()).isEqualTo(ROWS);
                assertThat(receipt.path("rejected").intValue()).isEqualTo(BAD);
                assertThat(receipt.path("notSent").intValue()).isEqualTo(ROWS - BAD);
                assertThat(trial.out()).hasSize(4);
                assertThat(program.errors()).doesNotContain("ERROR");
            }
            assertThat(file).doesNotExist();
            assertThat(sandbox.requests()).isEmpty();
        }
    }

    private static void write(Path file) throws IOException {
        try (BufferedWriter target = Files.newBufferedWriter(file)) {
            target.write("name,city\n");
            for (int row = 1; row <= ROWS; row++) {
                target.write((row % (ROWS / BAD) == 0 ? "" : "name-" + row) + ",北京\n");
            }
        }
    }

    private static long notes(Launch launch) throws IOException {
        Path scratch = launch.home().root().resolve("state").resolve("trial");
        if (Files.notExists(scratch)) {
            return 0;
        }
        try (Stream<Path> children = Files.list(scratch)) {
            return children.count();
        }
    }
}
