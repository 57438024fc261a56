package io.bitroutes.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.faults.Complaint.Kind;
import io.bitroutes.faults.agent.Mutant;
import io.bitroutes.it.Waiting;
import io.bitroutes.sandbox.Fault;
import io.bitroutes.sandbox.ReceivedRequest;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guard of the suite: a guarantee broken on purpose, one class at a time, is noticed and named. */
class GuardFaultIT {
    private static final Duration LONG = Duration.ofMillis(1500);

    @TempDir
    Path folder;

    private FaultRun run;

    @BeforeEach
    void start() throws IOException {
        run = FaultRun.in(folder, SandboxOptions.defaults(), launch -> launch.with("BATCH_SIZE", "100")
                .with("INBOX_SETTLE", "50ms"));
    }

    @AfterEach
    void stop() {
        run.close();
    }

    @Test
    void aNameBeforeTheContentIsHalfWritten() throws IOException {
        run.startWith(mutant(Mutant.NAME_BEFORE_CONTENT));
        drop(new FaultFile.Mix(500, 3, 3, 0));

        assertThat(kinds(finish())).contains(Kind.HALF_WRITTEN);
    }

    @Test
    void withoutTheFenceTheRowsOfAKeyAreOutOfOrder() throws IOException {
        run.startWith(mutant(Mutant.NO_FENCE));
        run.sandbox().faults().next(1, Fault.delayBeforeApplying(LONG), GuardFaultIT::replaces);
        drop(new FaultFile.Mix(1000, 0, 0, 300));

        assertThat(kinds(finish())).contains(Kind.OUT_OF_ORDER);
    }

    @Test
    void anIdForEveryTryIsAppliedTwice() throws IOException {
        run.startWith(mutant(Mutant.ID_PER_TRY));
        run.sandbox().faults().next(3, Fault.resetAfterApplying(), GuardFaultIT::replaces);
        drop(new FaultFile.Mix(500, 0, 0, 0));

        assertThat(kinds(finish())).containsExactly(Kind.APPLIED_TWICE);
    }

    @Test
    void anOutcomeBeforeTheAnswerIsLostWhenKilled() throws IOException {
        run.sandbox().faults().every(1, Fault.resetBeforeApplying(), GuardFaultIT::replaces);
        run.startWith(mutant(Mutant.OUTCOME_BEFORE_ANSWER));
        drop(new FaultFile.Mix(500, 0, 0, 0));
        Waiting.until("some went out", () -> run.sandbox().requests().stream().anyMatch(GuardFaultIT::replaces));
        run.kill();
        run.sandbox().faults().clear();
        run.start();

        assertThat(kinds(finish())).contains(Kind.LOST);
    }

    @Test
    void aVerdictWithoutProofOfTheKeyRejectsTheInnocent() throws IOException {
        run.startWith(mutant(Mutant.NO_PROOF_OF_THE_KEY));
        run.sandbox().faults().revokeKey();
        drop(new FaultFile.Mix(200, 0, 0, 0));
        Waiting.until(
                "something was judged",
                () -> run.home().root().resolve("dead-letter").toFile().list().length > 0);
        run.sandbox().faults().restoreKey();

        assertThat(kinds(finish())).contains(Kind.REJECTS_DIFFER);
    }

    @Test
    void theSoundProgramIsNotComplainedOf() throws IOException {
        run.start();
        run.sandbox().faults().next(1, Fault.delayBeforeApplying(LONG), GuardFaultIT::replaces);
        run.sandbox().faults().next(3, Fault.resetAfterApplying(), GuardFaultIT::replaces);
        drop(new FaultFile.Mix(1000, 3, 3, 300));

        run.finishWithoutComplaint(Promise.FULL);
    }

    private void drop(FaultFile.Mix mix) {
        run.drop(FaultFile.customers("guarded", mix, new Random(7)));
    }

    private List<Complaint> finish() {
        return new ArrayList<>(run.finish(Promise.FULL));
    }

    private static boolean replaces(ReceivedRequest request) {
        return request.is(FaultFile.REPLACE);
    }

    private static String mutant(Mutant mutant) {
        return AgentJar.option("mutant=" + mutant);
    }

    private static Set<Kind> kinds(List<Complaint> complaints) {
        return complaints.stream().map(Complaint::kind).collect(Collectors.toSet());
    }
}
