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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kill -9 at each named step of a file's life. */
class KillPointsFaultIT {
    private static final FaultFile.Mix MIX = new FaultFile.Mix(3000, 5, 7, 60);

    /** In the order of a file's life: every start gets as far as the next one. */
    private static final List<KillPoint> STEPS = List.of(
            KillPoint.RENAMED_NOT_RECORDED,
            KillPoint.PREPARED_NOT_RECORDED,
            KillPoint.SENT_NOT_ANSWERED,
            KillPoint.HALVING,
            KillPoint.GIVEN_BACK_NOT_RECORDED,
            KillPoint.ARCHIVED_NOT_RECORDED);

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

    @Test
    void aFileKilledAtStepAfterStepIsAppliedOnce() throws IOException {
        try (FaultRun run = FaultRun.in(folder, SandboxOptions.defaults(), KillPointsFaultIT::small)) {
            run.killAtEach(STEPS, FaultFile.customers("stepwise", MIX, new Random(3)));
            run.start();

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
