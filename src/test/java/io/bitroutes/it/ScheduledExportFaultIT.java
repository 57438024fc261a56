package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.sandbox.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to the program, its server or its share: a reader never sees a partial file, and the next run is good. */
class ScheduledExportFaultIT {
    private static final int KILLS = 10;
    private static final Duration LONGEST_LIFE = Duration.ofSeconds(5);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void killedAtAStepTheNextRunMendsIt(PublicationPoint point) throws Exception {
        try (PublishedRuns runs = new PublishedRuns(folder)) {
            runs.killAt(point);
            runs.start();
            runs.finish();
        }
    }

    @Test
    void killedAtRandom() throws Exception {
        Random random = new Random(20261126);
        try (PublishedRuns runs = new PublishedRuns(folder)) {
            for (int kill = 0; kill < KILLS; kill++) {
                runs.start();
                long end = System.nanoTime() + (long) (random.nextDouble() * LONGEST_LIFE.toNanos());
                Waiting.until("the moment", () -> System.nanoTime() >= end);
                runs.kill();
            }
            runs.start();
            runs.finish();
        }
    }

    @ParameterizedTest
    @MethodSource("io.bitroutes.it.ServerFaults#all")
    void aFaultyServer(Fault fault) throws Exception {
        try (PublishedRuns runs = new PublishedRuns(folder)) {
            runs.start();
            runs.awaitPublished(1);
            runs.sandbox.faults().every(2, fault);
            long asked = runs.sandbox.requests().size();
            Waiting.until("some asked", () -> runs.sandbox.requests().size() > asked + 10);
            runs.sandbox.faults().clear();
            runs.finish();
            assertThat(runs.share.resolve("daily.FAILED.txt")).doesNotExist();
        }
    }

    @Test
    void aShareThatGoesAwayInTheMiddle() throws Exception {
        try (PublishedRuns runs = new PublishedRuns(folder)) {
            runs.start();
            Path away = folder.resolve("away");
            for (int time = 0; time < 5; time++) {
                runs.awaitPublished(1);
                Files.move(runs.share, away);
                Path file = runs.share;
                long failed = failures(runs.program());
                Waiting.until("a failure", () -> failures(runs.program()) > failed);
                assertThat(file).doesNotExist();
                Files.move(away, runs.share);
            }
            runs.finish();
        }
    }

    @Test
    void aDiskThatIsFull() throws Exception {
        try (Mount mount = Mount.on(folder.resolve("share"), "2m");
                PublishedRuns runs = new PublishedRuns(folder)) {
            fillUntilARunFails(mount, runs);
            mount.empty();
            runs.finish();
        }
    }

    @Test
    void aDiskForWorkThatIsFull() throws Exception {
        try (Mount mount = Mount.on(folder.resolve("home/state/exports"), "1m");
                PublishedRuns runs = new PublishedRuns(folder)) {
            fillUntilARunFails(mount, runs);
            Waiting.until("said on the share", () -> Files.exists(runs.share.resolve("daily.FAILED.txt")));
            mount.empty();
            runs.finish();
            assertThat(runs.share.resolve("daily.FAILED.txt")).doesNotExist();
        }
    }

    private static void fillUntilARunFails(Mount mount, PublishedRuns runs) throws Exception {
        runs.start();
        runs.awaitPublished(1);
        mount.fillUpTo(8192);
        Waiting.until("a failure", () -> failures(runs.program()) > 0);
    }

    @Test
    void aServerThatIsDownAndAKeyThatIsRevoked() throws Exception {
        try (PublishedRuns runs = new PublishedRuns(folder)) {
            runs.start();
            runs.awaitPublished(1);
            runs.sandbox.faults().serverDown();
            Waiting.until("waiting", () -> runs.program().errors().contains("BitAnswer does not answer as it should"));
            runs.sandbox.faults().serverUp();
            runs.awaitPublished(1);
            runs.sandbox.faults().revokeKey();
            Waiting.until(
                    "waiting", () -> runs.program().errors().contains("BitAnswer refuses the key or the account"));
            runs.sandbox.faults().restoreKey();
            runs.finish();
            assertThat(failures(runs.program())).isZero();
        }
    }

    private static long failures(Program program) {
        return program.errors()
                .lines()
                .filter(line -> line.contains("export daily failed"))
                .count();
    }
}
