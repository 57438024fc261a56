package io.bitroutes.faults;

import io.bitroutes.it.Launch;
import io.bitroutes.sandbox.Quirks;
import io.bitroutes.sandbox.SandboxOptions;
import io.bitroutes.sandbox.SandboxStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kills at random times beside a server that behaves in each of the ways the pages leave open. */
class OpenQuestionsFaultIT {
    private static final FaultFile.Mix MIX = new FaultFile.Mix(4000, 5, 5, 80);
    private static final int KILLS = Integer.getInteger("faults.kills.each", 4);

    @TempDir
    Path folder;

    private final Random random = Seed.of(OpenQuestionsFaultIT.class);

    @ParameterizedTest
    @EnumSource
    void switchedOn(Quirks quirk) throws IOException {
        survives(SandboxOptions.defaults().with(quirk), quirk.name(), promise(quirk));
    }

    @ParameterizedTest
    @EnumSource
    void switchedOff(Quirks quirk) throws IOException {
        if (SandboxOptions.defaults().quirks().contains(quirk)) {
            survives(SandboxOptions.defaults().without(quirk), quirk.name(), Promise.FULL);
        }
    }

    @Test
    void aRefusedRepeatThatIsKnownConfirms() throws IOException {
        try (FaultRun run =
                FaultRun.in(folder, SandboxOptions.defaults().with(Quirks.REPEAT_REFUSED), launch -> small(launch)
                        .with("REPEAT_STATUSES", String.valueOf(SandboxStatus.REPEATED.code())))) {
            killed(run, "repeated");
            run.finishWithoutComplaint(Promise.FULL);
        }
    }

    private void survives(SandboxOptions options, String name, Promise promise) throws IOException {
        try (FaultRun run = FaultRun.in(folder, options, OpenQuestionsFaultIT::small)) {
            killed(run, name);
            run.finishWithoutComplaint(promise);
        }
    }

    private void killed(FaultRun run, String name) throws IOException {
        Killer killer = new Killer(run, random);
        Weather.SLOW.over(run);
        killer.begin();
        run.drop(FaultFile.customers(name + "-c", MIX, random));
        run.drop(FaultFile.items(name + "-d", MIX, random));
        killer.kill(KILLS);
        run.sandbox().faults().clear();
    }

    private static Launch small(Launch plain) {
        return plain.with("BATCH_SIZE", "200");
    }

    /** The conditions of the guarantee: a refused body is not applied, a repeat has its first answer or success. */
    private static Promise promise(Quirks quirk) {
        return switch (quirk) {
            case REFUSED_BATCH_PARTLY_APPLIED, REPEAT_REFUSED -> Promise.STATE;
            default -> Promise.FULL;
        };
    }
}
