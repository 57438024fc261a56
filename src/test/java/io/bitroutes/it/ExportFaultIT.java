package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.faults.AgentJar;
import io.bitroutes.sandbox.Fault;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code export}, whatever happens to it: its file is whole or not there, and the next run is good. */
class ExportFaultIT {
    private static final int ROWS = 6000;
    private static final int KILLS = 10;
    private static final int PAGES = 7;
    private static final int COULD_NOT_RUN = 2;

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private Launch launch;
    private Path outputs;
    private Path file;
    private ShareWatch watch;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        sandbox.state()
                .seedCustomers(IntStream.range(0, ROWS)
                        .mapToObj(number -> Map.of("name", "客户 " + number))
                        .toList());
        launch = Launch.in(folder).against(sandbox, "sandbox").with("RETRY_ATTEMPTS", "3");
        outputs = Files.createDirectory(folder.resolve("outputs"));
        file = outputs.resolve("customers.csv");
        watch = new ShareWatch(outputs, content());
    }

    private static byte[] content() {
        return IntStream.range(0, ROWS)
                .mapToObj(number -> "客户 " + number + "\r\n")
                .collect(Collectors.joining("", "\uFEFFname\r\n", ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    @AfterEach
    void stop() {
        watch.close();
        sandbox.close();
    }

    @ParameterizedTest
    @MethodSource("io.bitroutes.it.ServerFaults#all")
    void aFaultyServer(Fault fault) throws IOException {
        sandbox.faults().every(2, fault);
        try (Program export = export(launch)) {
            int exitCode = export.exitCode(Duration.ofMinutes(2));
            assertThat(exitCode).as(export.errors()).isIn(0, COULD_NOT_RUN);
            assertThat(Files.exists(file)).isEqualTo(exitCode == 0);
            assertThat(export.errors()).isNotEmpty();
        }
        assertThat(leftOvers()).isZero();
        sandbox.faults().clear();
        finish();
    }

    @Test
    void killedAtRandom() throws IOException {
        Random random = new Random(20261130);
        sandbox.faults().every(1, Fault.delayBeforeApplying(Duration.ofMillis(150)));
        int begun = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            sandbox.clearRequests();
            int pages = random.nextInt(PAGES + 1);
            try (Program export = export(launch)) {
                Waiting.until("page " + pages, () -> sandbox.requests().size() >= pages || !export.isAlive());
                Waiting.during(Duration.ofMillis(1 + random.nextInt(150)), "time goes by", () -> true);
                export.kill();
            }
            begun += sandbox.requests().isEmpty() ? 0 : 1;
        }
        System.out.printf(
                "ExportFaultIT: killed %d times, %d of them while it read pages; %d hidden files left%n",
                KILLS, begun, leftOvers());
        sandbox.faults().clear();
        finish();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export.ExportSteps#append#enter#1",
                "export.ExportSteps#append#enter#3",
                "export.ExportSteps#publish#enter#1",
                "record.DurableFile#publish#enter#1",
                "record.DurableFile#forceFolder#enter#1",
                "export.FileTarget#publish#exit#1"
            })
    void killedAtAStep(String point) throws IOException {
        Path reached = folder.resolve("reached");
        try (Program export = export(launch.withJvmOption(AgentJar.stopping("io.bitroutes." + point, reached)))) {
            Waiting.until(point, () -> Files.exists(reached));
            export.kill();
        }
        finish();
    }

    @Test
    void aDiskThatIsFull() throws IOException {
        try (Mount mount = Mount.on(outputs, "1m")) {
            mount.fillUpTo(16_384);
            try (Program export = export(launch)) {
                assertThat(export.exitCode()).isEqualTo(COULD_NOT_RUN);
                assertThat(export.errors())
                        .contains(file + " cannot be written")
                        .contains("No space left on device");
            }
            assertThat(file).doesNotExist();
            assertThat(leftOvers()).isZero();
            mount.empty();
            finish();
        }
    }

    @Test
    void aReaderThatGoesAway() throws Exception {
        Process export = launch.process("export", "customers.list", "--format", "jsonl", "--to", "-")
                .start();
        try {
            try (InputStream out = export.getInputStream()) {
                assertThat(new String(out.readNBytes(9), StandardCharsets.UTF_8))
                        .isEqualTo("{\"name\":\"");
            }
            assertThat(export.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(export.exitValue()).isEqualTo(COULD_NOT_RUN);
            assertThat(new String(export.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("standard output cannot be written: java.io.IOException: Broken pipe\n");
        } finally {
            export.destroyForcibly();
        }
        finish();
    }

    private Program export(Launch how) throws IOException {
        return how.spawn("export", "customers.list", "--columns", "name", "--to", file.toString());
    }

    /** The next run is good, and nobody has ever seen anything else. */
    private void finish() throws IOException {
        try (Program export = export(launch)) {
            assertThat(export.exitCode()).as(export.errors()).isZero();
        }
        assertThat(file).hasBinaryContent(content());
        watch.assertWhole();
    }

    private long leftOvers() throws IOException {
        try (Stream<Path> files = Files.list(outputs)) {
            return files.filter(each -> each.toString().endsWith(".part")).count();
        }
    }
}
