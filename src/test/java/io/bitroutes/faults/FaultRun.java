package io.bitroutes.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.faults.Complaint.Kind;
import io.bitroutes.it.HomeFolder;
import io.bitroutes.it.Launch;
import io.bitroutes.it.Program;
import io.bitroutes.it.Waiting;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A program that is killed and started again beside one sandbox, and what is to be said of it in the end. */
final class FaultRun implements AutoCloseable {
    private static final String BITKEY = "sandbox";
    private static final Duration DRAIN = Duration.ofMinutes(4);
    private static final Duration POINT = Duration.ofSeconds(90);

    private final Path folder;
    private final Sandbox sandbox;
    private final Launch launch;
    private final HomeFolder home;
    private final HomeWatch watch;
    private final List<FaultFile> files = new ArrayList<>();
    private Program program;
    private int starts;

    private FaultRun(Path folder, Sandbox sandbox, Launch launch) {
        this.folder = folder;
        this.sandbox = sandbox;
        this.launch = launch;
        this.home = launch.home();
        this.watch = HomeWatch.of(home);
    }

    static FaultRun in(Path folder) throws IOException {
        return in(folder, SandboxOptions.defaults(), launch -> launch);
    }

    /** @param configured how the program is started every time */
    static FaultRun in(Path folder, SandboxOptions options, UnaryOperator<Launch> configured) throws IOException {
        Sandbox sandbox = Sandbox.start(options.withBitkey(BITKEY));
        sandbox.state().seedCustomer(Map.of("name", "owner", "referenceId", FaultFile.TAKEN));
        Launch launch = Launch.in(folder).against(sandbox, BITKEY).with("INBOX_SETTLE", "50ms");
        return new FaultRun(folder, sandbox, configured.apply(launch));
    }

    Sandbox sandbox() {
        return sandbox;
    }

    HomeFolder home() {
        return home;
    }

    Launch launch() {
        return launch;
    }

    /** The one that runs now, or the last one. */
    Program program() {
        return program;
    }

    void start() throws IOException {
        program = launch.start();
    }

    /** Starts it without waiting until it is ready. */
    void spawn() throws IOException {
        program = launch.spawn();
    }

    /** Starts it with a class that is broken on purpose, or one that stops. */
    void startWith(String agentOption) throws IOException {
        program = launch.withJvmOption(agentOption).start();
    }

    /** Starts it so that it stops at a point. What is returned waits until it does, then kills it. */
    Runnable startUntil(KillPoint point) throws IOException {
        Path reached = folder.resolve("reached-" + ++starts);
        startWith(AgentJar.stopping(point, reached));
        return () -> {
            Waiting.until(point + " is reached", POINT, () -> Files.exists(reached));
            kill();
        };
    }

    /** Drops a file and kills the program at one point after another, in the order of a file's life. */
    void killAtEach(List<KillPoint> points, FaultFile file) throws IOException {
        Runnable first = startUntil(points.get(0));
        drop(file);
        first.run();
        for (KillPoint point : points.subList(1, points.size())) {
            startUntil(point).run();
        }
    }

    void kill() {
        program.kill();
        program.close();
    }

    void terminate() {
        program.terminate();
        program.close();
    }

    void drop(FaultFile file) {
        files.add(file);
        home.drop(file.operation(), file.name(), file.content());
    }

    boolean isDone(FaultFile file) {
        return !home.receipts(file.operation(), file.name()).isEmpty() && isIdle();
    }

    /** Waits until all that was dropped is done, then shows that a fresh file works, and ends the program. */
    List<Complaint> finish(Promise promise) {
        return finish(promise, this::terminate);
    }

    /** The same for what ends in another way. */
    List<Complaint> finish(Promise promise, Runnable end) {
        await(List.copyOf(files));
        drop(FaultFile.customers("fresh", new FaultFile.Mix(10, 1, 1, 1), new Random(1)));
        await(files);
        end.run();
        List<Complaint> complaints = new ArrayList<>(watch.complaints());
        files.forEach(file -> complaints.addAll(check(file, promise)));
        complaints.addAll(RequestsCheck.of(sandbox.requests()));
        complaints.addAll(LeftOvers.in(home));
        return complaints;
    }

    /** The same, and nothing is to be complained of. */
    void finishWithoutComplaint(Promise promise) {
        assertThat(finish(promise))
                .as("complaints; the program logged:%n%s", program.errors())
                .isEmpty();
    }

    private void await(List<FaultFile> expected) {
        Waiting.until(
                "all is drained",
                DRAIN,
                () -> expected.stream().allMatch(file -> !home.receipts(file.operation(), file.name())
                                .isEmpty())
                        && isIdle());
    }

    private boolean isIdle() {
        Path working = home.root().resolve("working");
        if (Files.notExists(working)) {
            return true;
        }
        try (Stream<Path> jobs = Files.walk(working, 2)) {
            return jobs.noneMatch(folder -> working.relativize(folder).getNameCount() == 2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Complaint> check(FaultFile file, Promise promise) {
        List<JsonNode> receipts = home.receipts(file.operation(), file.name());
        if (receipts.size() != 1) {
            return List.of(new Complaint(Kind.RECEIPT_DIFFERS, file.name() + " has the receipts " + receipts));
        }
        Returned returned = Returned.of(home, file.operation(), file.stem(), Returned.job(receipts.get(0)));
        List<Complaint> complaints =
                new ArrayList<>(new FilesCheck(file, returned).complaints(receipts.get(0), promise));
        complaints.addAll(new OracleCheck(file, returned, sandbox.oracle(), held(), Lives.ONE).complaints(promise));
        return complaints;
    }

    private Map<String, Map<String, Object>> held() {
        Map<String, Map<String, Object>> held = new HashMap<>(sandbox.state().customers());
        sandbox.state().datas().forEach((sn, items) -> items.forEach((name, item) -> held.put(sn + "/" + name, item)));
        return held;
    }

    @Override
    public void close() {
        watch.close();
        if (program != null) {
            program.close();
        }
        sandbox.close();
    }
}
