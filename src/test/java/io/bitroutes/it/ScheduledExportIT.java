package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.PostgresServer;
import io.bitroutes.SftpServer;
import io.bitroutes.sandbox.Fault;
import io.bitroutes.sandbox.ReceivedRequest;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scheduled exports, as their readers see them: on the share. */
class ScheduledExportIT {
    private static final int ROWS = 1234;
    private static final String SN = "AAAA-BBBB-CCCC-DDDD";
    private static final String SIX_DIGITS = "\\d{8}-\\d{6}";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private Schedules schedules;
    private Path share;
    private Launch launch;

    @BeforeEach
    void start() throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults().withKeepBodies(true));
        sandbox.state()
                .seedCustomers(IntStream.range(0, ROWS)
                        .mapToObj(number -> Map.of("name", "客户 " + number))
                        .toList());
        schedules = Schedules.in(folder);
        share = Files.createDirectory(folder.resolve("share"));
        launch = Launch.in(folder)
                .against(sandbox, "sandbox")
                .with("ROUTES", schedules.folder().toString())
                .with("RETRY_ATTEMPTS", "2");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aFileAppearsWholeWithItsManifestAndTheNewestUnderItsOwnName() throws Exception {
        Map<String, String> export = Schedules.customers("daily", "file:" + share);
        export.put("keep-last", "2");
        export.put("columns", "name=Customer");
        schedules.with(export);

        try (Program program = launch.start()) {
            Waiting.until("three runs", () -> published(program, "daily") >= 3);
            assertThat(program.terminate()).isNotNull();
            assertThat(program.errors()).containsPattern("daily: 1234 rows in daily-" + SIX_DIGITS + "\\.csv on file:");
        }
        List<String> files = names("daily-" + SIX_DIGITS + "\\.csv");
        assertThat(files).hasSizeBetween(2, 3);
        assertThat(Files.readString(share.resolve("daily-latest.csv")))
                .startsWith("\uFEFFCustomer\r\n客户 0\r\n")
                .hasLineCount(ROWS + 1);
        for (String file : files.subList(files.size() - 2, files.size())) {
            byte[] content = Files.readAllBytes(share.resolve(file));
            JsonNode manifest =
                    JSON.readTree(share.resolve(file + ".manifest.json").toFile());
            assertThat(manifest.path("rows").asInt()).isEqualTo(ROWS);
            assertThat(manifest.path("bytes").asInt()).isEqualTo(content.length);
            assertThat(manifest.path("sha256").asText()).isEqualTo(sha256(content));
            assertThat(manifest.path("operation").asText()).isEqualTo("customers.list");
        }
        assertThat(names("\\..*part")).isEmpty();
    }

    @Test
    void anSftpServerGetsTheSame() throws Exception {
        try (SftpServer server = SftpServer.start(share)) {
            schedules.with(Schedules.customers("remote", server.address("")));
            Launch known = launch.with(
                            "SHARE_KNOWN_HOSTS",
                            server.knownHosts(folder.resolve("known_hosts")).toString())
                    .with(
                            "SHARE_PASSWORD_FILE",
                            Files.writeString(folder.resolve("password"), SftpServer.PASSWORD)
                                    .toString());
            assertThat(check(known)).anyMatch(line -> line.startsWith("ok  ") && line.contains("share of remote"));
            assertThat(share).isEmptyDirectory();

            try (Program program = known.start()) {
                Waiting.until("two runs", () -> published(program, "remote") >= 2);
                server.down();
                Waiting.until("the failure is said", () -> program.errors().contains("export remote failed"));
                server.up();
                long before = published(program, "remote");
                Waiting.until("on again", () -> published(program, "remote") > before);
                program.terminate();
                assertThat(program.errors()).doesNotContain(SftpServer.PASSWORD);
            }
        }
        assertThat(Files.readString(share.resolve("remote-latest.csv"))).hasLineCount(ROWS + 1);
        assertThat(names("remote-" + SIX_DIGITS + "\\.csv")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void aWrongEditIsNamedAtTheStartAndByCheck() throws IOException {
        Map<String, String> export = Schedules.customers("wrong", "file:" + share);
        export.put("cron", "every morning");
        export.put("kep-last", "3");
        schedules.with(export);

        try (Program program = launch.spawn()) {
            assertThat(program.exitCode()).isEqualTo(2);
            assertThat(program.errors())
                    .contains(schedules.file() + ": wrong: cron: 'every morning' is not understood")
                    .contains(schedules.file() + ": wrong: kep-last: there is no such parameter")
                    .contains("did you mean 'keep-last'");
        }
        assertThat(check(launch))
                .filteredOn(line -> line.startsWith("WRONG  scheduled exports: "))
                .hasSize(2);
    }

    @Test
    void aFailedRunSaysWhyUntilThereIsAGoodOne() throws Exception {
        sandbox.state().seedData(SN, Map.of("name", "edition", "value", "pro"));
        sandbox.faults().every(1, Fault.status(4242, "not today"), request -> request.is("datas.list"));
        schedules.with(Map.of(
                "id", "items",
                "cron", "* * * * * ?",
                "operation", "datas.list",
                "sn", SN,
                "file", "items-${time:yyyyMMdd-HHmmss}.jsonl",
                "share", "file:" + share));

        try (Program program = launch.start()) {
            Path note = share.resolve("items.FAILED.txt");
            Waiting.until("the note", () -> Files.exists(note));
            assertThat(Files.readString(note))
                    .startsWith("\uFEFFexport items failed at ")
                    .contains("datas.list", "status 4242: not today")
                    .contains("None was published yet.")
                    .contains("The next one is due at ");
            Path status = launch.home().root().resolve("STATUS.txt");
            Waiting.until(
                    "said to people",
                    () -> Files.exists(status) && HomeFolder.text(status).contains("export items failed at"));
            assertThat(program.errors()).doesNotContain("works again");

            sandbox.faults().clear();
            Waiting.until("a good one", () -> published(program, "items") >= 1);
            Waiting.until("no note", () -> Files.notExists(note));
        }
        assertThat(Files.readString(share.resolve("items-latest.jsonl"))).contains("\"sn\":\"" + SN + "\"");
    }

    @Test
    void aShareThatIsGoneIsNotMadeAndNotFilledBelow() throws Exception {
        schedules.with(Schedules.customers("shared", "file:" + share));
        Path away = folder.resolve("away");

        try (Program program = launch.start()) {
            Waiting.until("a run", () -> published(program, "shared") >= 1);
            Files.move(share, away);
            Waiting.until(
                    "it is said", () -> program.errors().contains("it is not mounted, or the folder does not exist"));
            assertThat(share).doesNotExist();

            Files.createDirectory(share);
            Waiting.until(
                    "the empty place is noticed", () -> program.errors().contains("is not the one that was used"));
            assertThat(share).isEmptyDirectory();
            assertThat(check(launch)).anyMatch(line -> line.startsWith("WRONG  share of shared: "));

            Files.delete(share);
            Files.move(away, share);
            long before = published(program, "shared");
            Waiting.until("on again", () -> published(program, "shared") > before);
        }
        assertThat(share.resolve("shared.FAILED.txt")).doesNotExist();
    }

    @Test
    void anOutageIsWaitedOutAndToldWhenItTakesLong() throws Exception {
        schedules.with(Schedules.customers("patient", "file:" + share));
        Path note = share.resolve("patient.FAILED.txt");

        try (Program program = launch.with("EXPORT_PATIENCE", "300ms").start()) {
            Waiting.until("a run", () -> published(program, "patient") >= 1);
            sandbox.faults().serverDown();
            Waiting.until("told", () -> Files.exists(note));
            assertThat(Files.readString(note)).contains("waits, and goes on by itself");
            program.terminate();
            assertThat(program.errors()).doesNotContain("export patient failed");
        }
        assertThat(note).exists();

        sandbox.faults().serverUp();
        try (Program program = launch.start()) {
            long before = published(program, "patient");
            Waiting.until("on again", () -> published(program, "patient") > before);
            Waiting.until("no note", () -> Files.notExists(note));
            assertThat(program.errors()).doesNotContain("export patient failed");
        }
    }

    @Test
    void onlyWhatChangedSinceTheLastPublishedRunIsRead() throws Exception {
        sandbox.state().seedData(SN, Map.of("name", "edition", "value", "pro"));
        schedules.with(Map.of(
                "id", "changed",
                "cron", "* * * * * ?",
                "operation", "datas.query",
                "sn", SN,
                "query", "{\"querys\": [{\"name\": \"updateTime\", \"op\": \">\", \"values\": [\"${lastRun}\"]}]}",
                "overlap", "1h",
                "file", "changed-${time:yyyyMMdd-HHmmss}.csv",
                "share", "file:" + share));
        sandbox.faults().next(2, Fault.status(4242, "not now"), request -> request.is("datas.query"));

        try (Program program = launch.start()) {
            Waiting.until("two failed", () -> program.errors().split("export changed failed", -1).length > 2);
            Waiting.until("two runs", () -> published(program, "changed") >= 2);
        }
        List<String> asked = sandbox.requests().stream()
                .filter(request -> request.is("datas.query"))
                .map(ReceivedRequest::body)
                .map(body -> body.orElse(""))
                .toList();
        assertThat(asked.subList(0, 3)).as("nothing was published yet").allMatch(body -> body.contains("1970-01-01"));
        assertThat(asked.subList(asked.size() - 1, asked.size())).noneMatch(body -> body.contains("1970-01-01"));
    }

    @Test
    void ofTwoInstancesOneRunsEachTime() throws Exception {
        schedules.with(Schedules.customers("once", "file:" + share));
        Launch shared = launch.with("LEDGER_URL", PostgresServer.freshUrl())
                .with("LEDGER_USERNAME", "postgres")
                .with("LEASE", "3s");

        try (Program one =
                        shared.with("STATE", folder.resolve("one").toString()).start();
                Program other =
                        shared.with("STATE", folder.resolve("other").toString()).start()) {
            Waiting.until("runs", () -> published(one, "once") + published(other, "once") >= 4);
            other.kill();
            long before = published(one, "once");
            Waiting.until("the other goes on", () -> published(one, "once") >= before + 2);
            one.terminate();
            List<String> said = Stream.of(one, other)
                    .flatMap(program -> program.errors().lines())
                    .filter(line -> line.contains("once: 1234 rows in"))
                    .map(line -> line.replaceFirst(".* rows in ", ""))
                    .toList();
            assertThat(said).doesNotHaveDuplicates();
        }
    }

    private static long published(Program program, String id) {
        return Pattern.compile(" " + id + ": \\d+ rows in ")
                .matcher(program.errors())
                .results()
                .count();
    }

    private List<String> check(Launch launch) throws IOException {
        try (Program check = launch.spawn("check")) {
            check.exitCode();
            return check.output().lines().toList();
        }
    }

    private List<String> names(String pattern) throws IOException {
        try (Stream<Path> files = Files.list(share)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(pattern))
                    .sorted()
                    .toList();
        }
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
