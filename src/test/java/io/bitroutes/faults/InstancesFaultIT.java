package io.bitroutes.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.PostgresServer;
import io.bitroutes.it.Launch;
import io.bitroutes.it.Waiting;
import io.bitroutes.sandbox.Fault;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one home and one PostgreSQL, at random moments one of them killed, one frozen beyond its lease. */
class InstancesFaultIT {
    private static final FaultFile.Mix MIX = new FaultFile.Mix(50_000, 20, 20, 500);
    private static final int ROUNDS = Integer.getInteger("faults.rounds", 12);
    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final String LOST = "another instance may work customers";

    @TempDir
    Path folder;

    private final Random random = Seed.of(InstancesFaultIT.class);

    @Test
    void oneIsKilledAndOneIsFrozenAgainAndAgain() throws IOException {
        try (FaultRun run = FaultRun.in(
                        folder, SandboxOptions.defaults(), launch -> shared(launch, PostgresServer.freshUrl()));
                Instance one = instance(run, "one");
                Instance other = instance(run, "other")) {
            one.awaitReady();
            other.awaitReady();
            slowDown(run);
            int files = rounds(run, List.of(one, other));
            run.sandbox().faults().clear();
            List<Complaint> complaints = run.finish(Promise.FULL, () -> {
                one.terminate();
                other.terminate();
            });

            int lost = lost(one) + lost(other);
            System.out.printf(
                    "InstancesFaultIT: %d rounds over %d files; a lost lease was noticed %d times%n",
                    ROUNDS, files, lost);
            assertThat(complaints)
                    .as("complaints; one logged:%n%s%nthe other:%n%s", one.errors(), other.errors())
                    .isEmpty();
            assertThat(lost).isPositive();
        }
    }

    /** Each is a kill and a freeze, in one order or the other, or one while the other lasts. How many files they took. */
    private int rounds(FaultRun run, List<Instance> both) throws IOException {
        List<FaultFile> files = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            if (files.stream().allMatch(run::isDone)) {
                files.add(FaultFile.customers("shared" + files.size(), MIX, random));
                run.drop(files.get(files.size() - 1));
            }
            Instance frozen = both.get(random.nextInt(2));
            Instance killed = both.get(random.nextInt(2));
            live(between(Duration.ofMillis(500), Duration.ofSeconds(4)));
            frozen.freeze();
            boolean meanwhile = random.nextBoolean();
            if (meanwhile) {
                killed.killAndStartAgain();
            }
            live(between(LEASE, LEASE.multipliedBy(3)));
            frozen.thaw();
            if (!meanwhile) {
                live(between(Duration.ZERO, LEASE));
                killed.killAndStartAgain();
            }
        }
        for (Instance instance : both) {
            instance.awaitReady();
        }
        return files.size();
    }

    private Instance instance(FaultRun run, String name) throws IOException {
        return new Instance(run.launch().with("STATE", folder.resolve(name).toString()));
    }

    private static Launch shared(Launch plain, String ledger) {
        return plain.with("LEDGER_URL", ledger)
                .with("LEDGER_USERNAME", "postgres")
                .with("LEASE", LEASE.toSeconds() + "s");
    }

    /** So that a file outlives many rounds: answers take their time, some longer than others. */
    private static void slowDown(FaultRun run) {
        run.sandbox().faults().every(3, Fault.delayBeforeApplying(Duration.ofMillis(400)));
        run.sandbox().faults().every(2, Fault.delayAfterApplying(Duration.ofMillis(250)));
    }

    private static int lost(Instance instance) {
        return (int)
                instance.errors().lines().filter(line -> line.contains(LOST)).count();
    }

    private Duration between(Duration least, Duration most) {
        return least.plusMillis(random.nextLong(Math.max(1, most.minus(least).toMillis())));
    }

    private static void live(Duration length) {
        long until = System.nanoTime() + length.toNanos();
        Waiting.until("the moment", length.plusSeconds(60), () -> System.nanoTime() >= until);
    }
}
