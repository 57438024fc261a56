package io.bitroutes.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.it.Launch;
import io.bitroutes.it.Waiting;
import io.bitroutes.sandbox.Quirks;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kills at random times while the way to the server is bad: each kind alone, all of them mixed, no server at all. */
class WeatherFaultIT {
    private static final FaultFile.Mix MIX = new FaultFile.Mix(4000, 5, 5, 80);
    private static final int KILLS = Integer.getInteger("faults.kills.each", 4);
    private static final Duration MIXED = Duration.ofSeconds(Long.getLong("faults.mixed.seconds", 600));
    private static final Duration DOWN = Duration.ofSeconds(Long.getLong("faults.down.seconds", 60));

    @TempDir
    Path folder;

    private final Random random = Seed.of(WeatherFaultIT.class);

    @ParameterizedTest
    @EnumSource
    void oneKind(Weather weather) throws IOException {
        try (FaultRun run = FaultRun.in(folder, SandboxOptions.defaults(), WeatherFaultIT::small)) {
            Killer killer = new Killer(run, random);
            killer.begin();
            weather.over(run);
            run.drop(FaultFile.customers(weather + "-c", MIX, random));
            run.drop(FaultFile.items(weather + "-d", MIX, random));
            killer.kill(KILLS);
            run.sandbox().faults().clear();

            run.finishWithoutComplaint(Promise.FULL);
        }
    }

    @Test
    void allMixed() throws IOException {
        SandboxOptions options = SandboxOptions.defaults()
                .with(Quirks.TOTAL_LYING, Quirks.MSG_AS_NUMBER, Quirks.ITEMS_ONLY_CHANGED)
                .with(Quirks.EMPTY_PAGE_WITHOUT_DATA, Quirks.REFUSED_BATCH_PARTLY_APPLIED, Quirks.REPEAT_REFUSED);
        try (FaultRun run = FaultRun.in(folder, options, WeatherFaultIT::small)) {
            Killer killer = new Killer(run, random);
            killer.begin();
            int files = mix(run, killer);
            run.sandbox().faults().clear();
            System.out.printf("WeatherFaultIT: all mixed, %d files, %d times ended%n", files, killer.ended());

            run.finishWithoutComplaint(Promise.NOTHING_LOST);
        }
    }

    @Test
    void aServerThatIsDownCostsNothing() throws IOException {
        try (FaultRun run = FaultRun.in(folder, SandboxOptions.defaults(), WeatherFaultIT::small)) {
            Weather.SLOW.over(run, 1);
            run.start();
            run.drop(FaultFile.customers("down", MIX, random));
            Waiting.until("some went out", () -> run.sandbox().oracle().size() > 400);
            run.sandbox().faults().serverDown();
            long until = System.nanoTime() + DOWN.toNanos();
            Waiting.until("the server is back", DOWN.plusSeconds(60), () -> System.nanoTime() >= until);
            assertThat(run.home().deadLetters(FaultFile.REPLACE)).isEmpty();
            assertThat(run.home().receipts(FaultFile.REPLACE, "down.csv")).isEmpty();
            run.sandbox().faults().clear();
            run.sandbox().faults().serverUp();

            run.finishWithoutComplaint(Promise.FULL);
        }
    }

    /** Ends the program one way or the other, changes the weather, and keeps it in work. How many files it was given. */
    private int mix(FaultRun run, Killer killer) throws IOException {
        List<FaultFile> files = new ArrayList<>();
        long until = System.nanoTime() + MIXED.toNanos();
        while (System.nanoTime() < until) {
            if (files.stream().allMatch(run::isDone)) {
                files.add(FaultFile.customers("mixed-c" + files.size(), MIX, random));
                run.drop(files.get(files.size() - 1));
                files.add(FaultFile.items("mixed-d" + files.size(), MIX, random));
                run.drop(files.get(files.size() - 1));
            }
            change(run);
            if (random.nextInt(4) == 0) {
                killer.terminate(1);
            } else {
                killer.kill(1);
            }
        }
        return files.size();
    }

    private void change(FaultRun run) {
        run.sandbox().faults().clear();
        run.sandbox().faults().serverUp();
        List<Weather> kinds = List.of(Weather.values());
        for (int count = random.nextInt(4); count > 0; count--) {
            kinds.get(random.nextInt(kinds.size())).over(run, 2 + random.nextInt(6));
        }
        if (random.nextInt(5) == 0) {
            run.sandbox().faults().serverDown();
        }
        if (random.nextInt(5) == 0) {
            run.sandbox().faults().revokeKey();
        } else {
            run.sandbox().faults().restoreKey();
        }
    }

    private static Launch small(Launch plain) {
        return plain.with("BATCH_SIZE", "200");
    }
}
