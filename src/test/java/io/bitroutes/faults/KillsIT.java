package io.bitroutes.faults;

import io.bitroutes.it.Launch;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cut of the fault suite that every build takes: one file killed at step after step, one killed at random. */
class KillsIT {
    private static final FaultFile.Mix MIX = new FaultFile.Mix(1000, 2, 3, 30);

    /** In the order of a file's life: every start gets as far as the next one. */
    private static final List<KillPoint> POINTS =
            List.of(KillPoint.RENAMED_NOT_RECORDED, KillPoint.HALVING, KillPoint.ARCHIVED_NOT_RECORDED);

    private static final int KILLS = 2;

    @TempDir
    Path folder;

    @Test
    void aFileKilledAtStepAfterStepIsAppliedOnce() throws IOException {
        try (FaultRun run = FaultRun.in(folder, SandboxOptions.defaults(), KillsIT::small)) {
            run.killAtEach(POINTS, FaultFile.customers("stepwise", MIX, new Random(3)));
            run.start();

            run.finishWithoutComplaint(Promise.FULL);
        }
    }

    @Test
    void aFileKilledAtRandomIsAppliedOnce() throws IOException {
        try (FaultRun run = FaultRun.in(folder, SandboxOptions.defaults(), KillsIT::small)) {
            Killer killer = new Killer(run, Seed.of(KillsIT.class));
            killer.begin();
            Weather.SLOW.over(run, 1);
            run.drop(FaultFile.customers("random", MIX, new Random(5)));
            killer.kill(KILLS);
            run.sandbox().faults().clear();

            run.finishWithoutComplaint(Promise.FULL);
        }
    }

    private static Launch small(Launch plain) {
        return plain.with("BATCH_SIZE", "100");
    }
}
