package io.bitroutes.it;

import io.bitroutes.faults.AgentJar;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A program that exports to a watched share every second, and is killed and started again. */
final class PublishedRuns implements AutoCloseable {
    private static final int ROWS = 2500;
    private static final Duration POINT = Duration.ofSeconds(90);

    final Sandbox sandbox;
    final Path share;
    final ShareWatch watch;
    final Launch launch;
    private final Path folder;
    private Program program;

    PublishedRuns(Path folder) throws IOException {
        this.folder = folder;
        sandbox = Sandbox.start(SandboxOptions.defaults());
        sandbox.state()
                .seedCustomers(IntStream.range(0, ROWS)
                        .mapToObj(number -> Map.of("name", "客户 " + number))
                        .toList());
        share = Files.createDirectories(folder.resolve("share"));
        watch = new ShareWatch(share, content());
        Map<String, String> export = Schedules.customers("daily", "file:" + share);
        export.put("columns", "name");
        export.put("keep-last", "3");
        launch = Launch.in(folder)
                .against(sandbox, "sandbox")
                .with("RETRY_ATTEMPTS", "2")
                // a disk is to be full in the middle of a run, so one begins while there is hardly any room
                .with("MIN_FREE", "1KB")
                .with("ROUTES", Schedules.in(folder).with(export).folder().toString());
    }

    private static byte[] content() {
        return IntStream.range(0, ROWS)
                .mapToObj(number -> "客户 " + number + "\r\n")
                .collect(Collectors.joining("", "\uFEFFname\r\n", ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    Program program() {
        return program;
    }

    void start() throws IOException {
        program = launch.start();
    }

    void spawn() throws IOException {
        program = launch.spawn();
    }

    /** Starts it, and kills it when it comes to a point. */
    void killAt(PublicationPoint point) throws IOException {
        Path reached = folder.resolve("reached-" + point);
        program = launch.withJvmOption(AgentJar.stopping(point.spec(), reached)).spawn();
        Waiting.until(point + " is reached", POINT, () -> Files.exists(reached));
        kill();
    }

    void kill() {
        program.kill();
        program.close();
    }

    /** So many more runs are published by the program that runs now. */
    void awaitPublished(int more) {
        long until = published() + more;
        Waiting.until(more + " more runs", () -> published() >= until);
    }

    private long published() {
        return program.errors()
                .lines()
                .filter(line -> line.contains("daily: " + ROWS + " rows in "))
                .count();
    }

    /** Two more runs end well, and everything on the share is as it should be. */
    void finish() throws Exception {
        awaitPublished(2);
        program.terminate();
        program.close();
        watch.assertWell();
    }

    @Override
    public void close() {
        if (program != null) {
            program.close();
        }
        watch.close();
        sandbox.close();
    }
}
