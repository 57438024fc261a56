package io.bitroutes.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.it.Launch;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kill -9 at each named step of a file's life. */
class KillPointsFaultIT {
    private static final FaultFile.Mix MIX = new FaultFile.Mix(3000, 5, 7, 60);
    private static final String BROKEN = "name,nonsense\r\na,b\r\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void nothingIsLostAndNothingTwice(KillPoint point) throws IOException {
        try (FaultRun run = FaultRun.in(folder, SandboxOptions.defaults(), KillPointsFaultIT::small)) {
            Runnable kill = run.startUntil(point);
            if (point.ofBrokenFile()) {
                run.home().drop(FaultFile.REPLACE, "broken.csv", BROKEN);
            } else {
                run.drop(FaultFile.customers(
                        "killed", MIX, new Random(point.name().hashCode())));
            }
            kill.run();
            run.start();

            if (point.ofBrokenFile()) {
                assertRefusedOnce(run);
            }
            run.finishWithoutComplaint(Promise.FULL);
        }
    }

    private static Launch small(Launch plain) {
        return plain.with("BATCH_SIZE", "200");
    }

    private static void assertRefusedOnce(FaultRun run) throws IOException {
        JsonNode error = run.home().error(FaultFile.REPLACE, "broken");
        String job = error.path("job").textValue();
        List<Path> files = run.home().deadLetters(FaultFile.REPLACE);
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder(
                        "broken." + job + ".csv", "broken." + job + ".error.json", "broken." + job + ".error.txt");
        assertThat(Files.readString(files.get(0).resolveSibling("broken." + job + ".csv")))
                .isEqualTo(BROKEN);
        assertThat(run.sandbox().oracle()).isEmpty();
    }
}
