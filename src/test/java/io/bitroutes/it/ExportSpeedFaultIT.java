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
import java.util.ArrayList;
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

/**
 * A million customers in a small heap; how fast, beside a loop that only reads and parses the same pages: both just
 * started, as by the command, and both when they have done it once, as in the program that exports by the clock.
 */
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

    private static final double LEAST_RATIO = 0.8;
    private static final int TWICE = 2;

    /**
     * What the server's compilers take would be missing to whoever is measured first: requests one after the other, and
     * several at a time. The first export takes twice as much of the server's processor time as the second.
     */
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
        loop(logs, WARMING_UP);
        for (int time = 0; time < TWICE; time++) {
            ended(launch(logs, "warming-up")
                    .spawn("export", "customers.list", "--to", logs + "/warming-up-" + time + ".csv"));
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

    /** Rows a second of the first time and of the second. */
    private record Speed(long cold, long warm) {
        static Speed of(List<Long> rates) {
            return new Speed(rates.get(0), rates.get(1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "jsonl"})
    void aMillionCustomersInASmallHeap(String format) throws IOException {
        Path file = folder.resolve("customers." + format);
        Speed before = loop(folder, TWICE);

        long cold = ended(launch(folder, format).spawn("export", "customers.list", "--to", file.toString()))
                .get(0);
        long warm = scheduled(format).warm();

        Speed after = loop(folder, TWICE);
        double coldRatio = cold * 2.0 / (before.cold() + after.cold());
        double warmRatio = warm * 2.0 / (before.warm() + after.warm());
        List<Integer> live = live(format);
        System.out.printf(
                "ExportSpeedFaultIT: %s, rows/s: command %,d = %.2f, second run of a schedule %,d = %.2f of a loop that only reads"
                        + " and parses the pages: %s, %s; after collections %d MB (at most %d MB) in the first half, %d"
                        + " MB (%d MB) in the second%n",
                format,
                cold,
                coldRatio,
                warm,
                warmRatio,
                before,
                after,
                middle(live.subList(0, live.size() / 2)),
                most(live.subList(0, live.size() / 2)),
                middle(live.subList(live.size() / 2, live.size())),
                most(live.subList(live.size() / 2, live.size())));
        assertEachNameOnce(file);
        assertThat(most(live)).isLessThanOrEqualTo(HEAP_MEGABYTES / 3 * 2);
        assertThat(middle(live.subList(live.size() / 2, live.size())) - middle(live.subList(0, live.size() / 2)))
                .as("nothing grows but the table of keys")
                .isLessThanOrEqualTo(KEYS_MEGABYTES + SLACK_MEGABYTES);
        assertThat(coldRatio).isGreaterThanOrEqualTo(LEAST_RATIO);
        assertThat(warmRatio).isGreaterThanOrEqualTo(LEAST_RATIO);
    }

    private Speed loop(Path logs, int times) throws IOException {
        return Speed.of(ended(new PagingLoop(sandbox, "sandbox", logs, JVM).spawn(ROWS, times)));
    }

    /** Of an export that the clock begins again as soon as it is over. */
    private Speed scheduled(String format) throws IOException {
        Path place = Files.createDirectory(folder.resolve("scheduled-" + format));
        Path share = Files.createDirectory(place.resolve("share"));
        Map<String, String> export = Schedules.customers("all", "file:" + share);
        export.put("file", "all-${time:yyyyMMdd-HHmmss}." + format);
        Schedules schedules = Schedules.in(place).with(export);
        sandbox.clearRequests();
        try (Program program = launch(place, format)
                .with("ROUTES", schedules.folder().toString())
                .start()) {
            Waiting.until("two runs", LONGEST, () -> begins(sandbox.requests()).size() > TWICE);
            assertThat(program.isAlive()).isTrue();
        }
        assertEachNameOnce(share.resolve("all-latest." + format));
        return Speed.of(rates(sandbox.requests()));
    }

    /** With all compilers, as it is run when speed matters. */
    private Launch launch(Path folder, String log) {
        Launch launch = Launch.in(folder).against(sandbox, "sandbox");
        for (String option : JVM) {
            launch = launch.withJvmOption(option);
        }
        return launch.withJvmOption("-Xlog:gc:file=" + folder.resolve("gc-" + log + ".log"));
    }

    /** Its rates, once it has ended. */
    private List<Long> ended(Program reader) throws IOException {
        try (reader) {
            sandbox.clearRequests();
            assertThat(reader.exitCode(LONGEST)).as(reader.errors()).isZero();
            return rates(sandbox.requests());
        }
    }

    /** Rows a second, each time from the first request to the last: a start is none of it. */
    private static List<Long> rates(List<ReceivedRequest> requests) {
        List<Integer> begins = new ArrayList<>(begins(requests));
        begins.add(requests.size());
        return IntStream.range(1, begins.size())
                .mapToObj(time -> took(requests.subList(begins.get(time - 1), begins.get(time))))
                .map(took -> ROWS * 1000L / Math.max(1, took.toMillis()))
                .toList();
    }

    /** Where all pages are asked for anew. */
    private static List<Integer> begins(List<ReceivedRequest> requests) {
        return IntStream.range(0, requests.size())
                .filter(index -> requests.get(index).path().contains("?offset=0&limit=1000"))
                .boxed()
                .toList();
    }

    private List<Integer> live(String format) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("gc-" + format + ".log"))) {
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
