package io.bitroutes.it;

import static io.bitroutes.it.CustomerFile.REPLACE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Disks that are full, read-only or gone: nothing is lost, it is said once, and all goes on by itself. */
class LimitsIT {
    private static final String KEY = "sandbox";
    private static final Duration SEVERAL_LOOKS = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    private Sandbox sandbox;

    /** What the program logged is half of the story of a failed test. */
    @RegisterExtension
    final AfterTestExecutionCallback tell =
            context -> context.getExecutionException().ifPresent(failure -> System.out.println(logged()));

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults().withBitkey(KEY).withKeepBodies(true));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aHomeThatIsShortThenReadOnlyThenTakenAwayLosesNothing() throws IOException {
        try (Mount disk = Mount.on(home(), "40m");
                Program program = launch("10MB").start()) {
            withTooLittleRoomNothingIsTakenUntilThereIsMore(disk, program);
            whileItIsReadOnlyEverythingWaits(disk, program);
            takenAwayItIsNotMadeAnew(disk, program);
            assertThat(program.errors()).doesNotContain("ERROR");
        }
    }

    private void withTooLittleRoomNothingIsTakenUntilThereIsMore(Mount disk, Program program) throws IOException {
        disk.fillUpTo(5_000_000);
        awaitLogged(program, "has less than 10MB free (bitanswer.min-free)");
        drop("first", 3);
        Waiting.during(SEVERAL_LOOKS, "unclaimed", () -> Files.exists(inbox("first")));
        assertSaid(program, "has less than", 1);

        disk.empty();
        assertConfirmed("first", 3);
        assertSaid(program, "can be used again", 1);
    }

    private void whileItIsReadOnlyEverythingWaits(Mount disk, Program program) {
        disk.readOnly();
        awaitLogged(program, "cannot be used");
        disk.writable();
        drop("second", 2);
        assertConfirmed("second", 2);
        assertSaid(program, "cannot be used", 1);
        assertSaid(program, "can be used again", 2);
    }

    private void takenAwayItIsNotMadeAnew(Mount disk, Program program) {
        int said = program.errors().length();
        disk.takeAway();
        awaitLogged(program, "as if it was not mounted");
        Waiting.during(SEVERAL_LOOKS, "still empty", () -> isEmpty(home()));
        assertThat(program.errors().substring(said).lines().filter(line -> line.contains("WARN ")))
                .hasSize(1);
    }

    @Test
    void fullDisksLoseNothing() throws IOException {
        try (Mount home = Mount.on(home(), "2m");
                Mount state = Mount.on(state(), "8m");
                Program program = launch("0MB").start()) {
            aFileThatDoesNotFitIsPreparedWhenThereIsRoom(home, program);
            sandbox.clearRequests();
            aLedgerThatCannotGrowWaits(state, program);
        }
    }

    private void aFileThatDoesNotFitIsPreparedWhenThereIsRoom(Mount home, Program program) {
        drop("large", 6_000);
        awaitLogged(program, "No space left on device");
        home.resize("40m");
        assertConfirmed("large", 6_000);
        assertSaid(program, "No space left on device", 1);
        RequestIds.of(sandbox, REPLACE).assertOneForEachRecordAndOneBodyForEach();
    }

    private void aLedgerThatCannotGrowWaits(Mount state, Program program) throws IOException {
        state.fillUpTo(0);
        drop("held", 5_000);
        awaitLogged(program, state() + " cannot be used");
        Waiting.during(SEVERAL_LOOKS, "nothing sent", () -> sandbox.requests().isEmpty());
        state.empty();
        assertConfirmed("held", 5_000);
        RequestIds.of(sandbox, REPLACE).assertOneForEachRecordAndOneBodyForEach();
    }

    private Launch launch(String minFree) {
        return Launch.in(folder)
                .against(sandbox, KEY)
                .with("STATE", state().toString())
                .with("MIN_FREE", minFree);
    }

    private Path home() {
        return folder.resolve("home");
    }

    private Path state() {
        return folder.resolve("state");
    }

    private Path inbox(String name) {
        return new HomeFolder(home()).inbox(REPLACE, name + ".csv");
    }

    private void drop(String name, int rows) {
        new HomeFolder(home())
                .drop(REPLACE, name + ".csv", CustomerFile.of(name, rows).csv());
    }

    private void assertConfirmed(String name, int rows) {
        JsonNode receipt = new HomeFolder(home()).receipt(REPLACE, name + ".csv");
        assertThat(receipt.path("confirmed").intValue()).isEqualTo(rows);
        assertThat(CustomerFile.heldBy(sandbox))
                .containsAllEntriesOf(CustomerFile.of(name, rows).landing());
    }

    private static void awaitLogged(Program program, String text) {
        Waiting.until(text, () -> program.errors().contains(text));
    }

    private static void assertSaid(Program program, String text, int times) {
        assertThat(program.errors().lines().filter(line -> line.contains(text))).hasSize(times);
    }

    private String logged() {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("stderr"))
                    .map(HomeFolder::text)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }
}
