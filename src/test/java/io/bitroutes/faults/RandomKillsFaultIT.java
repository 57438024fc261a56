package io.bitroutes.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.sandbox.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program is ended at random times over a file of 50,000 rows, and started again each time. */
class RandomKillsFaultIT {
    private static final FaultFile.Mix MIX = new FaultFile.Mix(50_000, 20, 20, 500);
    private static final int KILLS = Integer.getInteger("faults.kills", 100);
    /** Besides what a busy machine adds, by the measure of a start. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final Random random = Seed.of(RandomKillsFaultIT.class);

    @Test
    void aHundredKillsLoseNothing() throws IOException {
        try (FaultRun run = FaultRun.in(folder)) {
            Killer killer = new Killer(run, random);
            slowDown(run);
            killer.begin();
            int files = 0;
            while (killer.ended() < KILLS) {
                FaultFile file = FaultFile.customers("killed" + ++files, MIX, random);
                run.drop(file);
                while (killer.ended() < KILLS && !run.isDone(file)) {
                    killer.kill(1);
                }
            }
            System.out.printf("RandomKillsFaultIT: %d kills over %d files%n", killer.ended(), files);
            run.sandbox().faults().clear();
            run.finishWithoutComplaint(Promise.FULL);
        }
    }

    @Test
    void aLoopOfSigtermsLosesNothing() throws IOException {
        try (FaultRun run = FaultRun.in(folder)) {
            Killer killer = new Killer(run, random);
            slowDown(run);
            killer.begin();
            run.drop(FaultFile.customers("stopped", MIX, random));
            Duration longest = killer.terminate(Math.max(3, KILLS / 5));
            System.out.printf(
                    "RandomKillsFaultIT: %d SIGTERMs, the longest took %d ms%n", killer.ended(), longest.toMillis());
            run.sandbox().faults().clear();
            run.finishWithoutComplaint(Promise.FULL);
            assertThat(longest).isLessThan(LONGEST_STOP.plus(killer.startTook().multipliedBy(2)));
        }
    }

    /** So that the file outlives many kills: answers take their time, some longer than others. */
    private static void slowDown(FaultRun run) {
        run.sandbox().faults().every(3, Fault.delayBeforeApplying(Duration.ofMillis(400)));
        run.sandbox().faults().every(2, Fault.delayAfterApplying(Duration.ofMillis(250)));
    }
}
