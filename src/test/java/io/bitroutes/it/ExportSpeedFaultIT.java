package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.sandbox.ReceivedRequest;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A million customers in a small heap; how fast, beside a loop that only reads and parses the same pages. */
@Isolated("it is measured")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportSpeedFaultIT {
    private static final int ROWS = Integer.getInteger("faults.export-rows", 1_000_000);
    private static final int PART = 10_000;
    private static final int HEAP_MEGABYTES = 96;
    private static final List<String> JVM = List.of("-XX:TieredStopAtLevel=4", "-Xmx" + HEAP_MEGABYTES + "m");
    /** 64 bits for each key, in a table that is never more than three quarters full. */
    private static final int KEYS_MEGABYTES = 16;

    private static final int SLACK_MEGABYTES = 4;

    /** The aim is 0.8, with a margin for other builds on the same cores: docs/measurements.md says what it is. */
    private static final double LEAST_RATIO = 0.6;

    /** What the server's compilers take would be missing to whoever is measured first. */
    private static final int WARMING_UP = 4;

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Pattern AFTER_COLLECTION = Pattern.compile("->(\\d+)M\\(");

    private Sandbox sandbox;

    @TempDir
    private Path folder;

    @BeforeAll
    void seed(@TempDir Path logs) throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        for (int begin = 0; begin < ROWS; begin += PART) {
            sandbox.state()
                    .seedCustomers(IntStream.range(begin, Math.min(ROWS, begin + PART))
                            .mapToObj(ExportSpeedFaultIT::customer)
                            .toList());
        }
        for (int time = 0; time < WARMING_UP; time++) {
            loop(logs);
        }
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    private static Map<String, String> customer(int number) {
        return Map.of(
                "name", "客户 " + number + " 有限公司",
                "description", "bought \"" + number + "\" in 2020, renewed since",
                "officeNumber", "+86 10 " + number,
                "email", "customer" + number + "@example.com",
                "address", "No. " + number + ", 长安街",
                "city", "北京",
                "referenceId", "R-" + number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl"})
    void aMillionCustomersInASmallHeap(String format) throws IOException {
        Path file = folder.resolve("customers." + format);
        long before = loop(folder);

        long exported = rate(launch(format).spawn("export", "customers.list", "--to", file.toString()));

        long after = loop(folder);
        double ratio = (double) exported * 2 / (before + after);
        List<Integer> live = live();
        System.out.printf(
                "ExportSpeedFaultIT: %s: %,d rows/s; a loop that only reads and parses the pages: %,d and %,d rows/s, so"
                        + " %.2f of it; after collections at most %d MB in the first half, %d MB in the second%n",
                format,
                exported,
                before,
                after,
                ratio,
                most(live.subList(0, live.size() / 2)),
                most(live.subList(live.size() / 2, live.size())));
        assertEachNameOnce(file);
        assertThat(most(live)).isLessThanOrEqualTo(HEAP_MEGABYTES / 3 * 2);
        assertThat(middle(live.subList(live.size() / 2, live.size())) - middle(live.subList(0, live.size() / 2)))
                .as("nothing grows but the table of keys")
                .isLessThanOrEqualTo(KEYS_MEGABYTES + SLACK_MEGABYTES);
        assertThat(ratio).isGreaterThanOrEqualTo(LEAST_RATIO);
    }

    private long loop(Path logs) throws IOException {
        return rate(new PagingLoop(sandbox, "sandbox", logs, JVM).spawn(ROWS));
    }

    /** With all compilers, as it is run when speed matters. */
    private Launch launch(String format) {
        Launch launch = Launch.in(folder).against(sandbox, "sandbox");
        for (String option : JVM) {
            launch = launch.withJvmOption(option);
        }
        return launch.withJvmOption("-Xlog:gc:file=" + folder.resolve("gc-" + format + ".log"));
    }

    /** From the first request to the last: a start is none of it. */
    private long rate(Program reader) throws IOException {
        try (reader) {
            sandbox.clearRequests();
            assertThat(reader.exitCode(LONGEST)).as(reader.errors()).isZero();
            return ROWS * 1000L / Math.max(1, took(sandbox.requests()).toMillis());
        }
    }

    private List<Integer> live() throws IOException {
        try (Stream<Path> logs = Files.list(folder)
                        .filter(file -> file.getFileName().toString().startsWith("gc-"));
                Stream<String> lines = Files.lines(logs.max(Path::compareTo).orElseThrow())) {
            return lines.map(AFTER_COLLECTION::matcher)
                    .filter(Matcher::find)
                    .map(found -> Integer.valueOf(found.group(1)))
                    .toList();
        }
    }

    private static int most(List<Integer> megabytes) {
        return megabytes.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private static int middle(List<Integer> megabytes) {
        return megabytes.stream().sorted().toList().get(megabytes.size() / 2);
    }

    private static Duration took(List<ReceivedRequest> requests) {
        return Duration.between(
                requests.get(0).receivedAt(), requests.get(requests.size() - 1).receivedAt());
    }

    private static void assertEachNameOnce(Path file) throws IOException {
        Set<String> names = new HashSet<>();
        Pattern name = Pattern.compile("客户 \\d+ 有限公司");
        long rows = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher found = name.matcher(line);
                if (found.find()) {
                    rows++;
                    names.add(found.group());
                }
            }
        }
        assertThat(rows).isEqualTo(ROWS);
        assertThat(names).hasSize(ROWS);
    }
}
