package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command {@code export}, alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportIT {
    private static final int ROWS = 2345;
    private static final JsonMapper JSON = new JsonMapper();

    private Sandbox sandbox;
    private Launch launch;
    private Path outputs;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        outputs = Files.createDirectory(folder.resolve("outputs"));
        launch = Launch.in(folder).against(sandbox, "sandbox");
        sandbox.state()
                .seedCustomers(IntStream.range(0, ROWS)
                        .mapToObj(number -> Map.of("name", "客户 " + number, "city", "'=1", "postcode", "0" + number))
                        .toList());
    }

    @BeforeEach
    void forget() {
        sandbox.clearRequests();
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Test
    void aFileOfAllCustomers() throws IOException {
        Path file = outputs.resolve("customers.csv");

        try (Program export = launch.spawn("export", "customers.list", "--to", file.toString())) {
            assertThat(export.exitCode()).isZero();
            assertThat(export.output()).isEmpty();
            assertThat(export.errors()).isEqualTo("2345 rows written to " + file + " (pages read: 3)\n");
        }

        StringBuilder expected =
                new StringBuilder("\uFEFFname,description,officeNumber,mobileNumber,email,address,city,"
                        + "country,postcode,contact,referenceId,regDate\r\n");
        sandbox.state().customers().values().forEach(customer -> expected.append(customer.get("name"))
                .append(",,,,,,''=1,,")
                .append(customer.get("postcode"))
                .append(",,,")
                .append(customer.get("regDate"))
                .append("\r\n"));
        assertThat(Files.readString(file)).isEqualTo(expected.toString());
        assertThat(files()).containsExactly("customers.csv");
        Files.delete(file);
        assertThat(launch.home().root()).doesNotExist();
    }

    @Test
    void aServerThatIsDownAtFirstIsWaitedFor() throws IOException {
        sandbox.faults().serverDown();

        try (Program export = launch.with("RETRY_ATTEMPTS", "2")
                .spawn("export", "customers.list", "--format", "jsonl", "--to", "-")) {
            Waiting.until("waiting", () -> export.errors().contains("BitAnswer does not answer as it should"));
            sandbox.faults().serverUp();

            assertThat(export.exitCode()).isZero();
            assertThat(export.errors()).endsWith("2345 rows written to standard output (pages read: 3)\n");
            List<String> lines = export.output().lines().toList();
            assertThat(lines).hasSize(ROWS);
            assertThat(JSON.readValue(lines.get(ROWS - 1), new TypeReference<Map<String, Object>>() {}))
                    .isEqualTo(sandbox.state().customer("客户 " + (ROWS - 1)).orElseThrow());
        }
    }

    @Test
    void whoeverIsToldToEndLeavesNothingBehind() throws IOException {
        sandbox.faults().serverDown();
        String file = outputs.resolve("customers.json").toString();

        try (Program export = launch.with("RETRY_ATTEMPTS", "1").spawn("export", "customers.list", "--to", file)) {
            Waiting.until("waiting", () -> export.errors().contains("BitAnswer does not answer as it should"));
            assertThat(files()).hasSize(1).allMatch(name -> name.startsWith(".customers.json."));
            assertThat(export.terminate()).isLessThan(Duration.ofSeconds(10));
        } finally {
            sandbox.faults().serverUp();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void aRefusedQuerySaysWhy() throws IOException {
        Path query = outputs.resolveSibling("refused.json");
        Files.writeString(query, "{\"querys\": [{\"name\": \"name\", \"op\": \"!=\", \"values\": [\"x\"]}]}");
        String file = outputs.resolve("customers.csv").toString();

        try (Program export = launch.spawn("export", "customers.query", "--query", query.toString(), "--to", file)) {
            assertThat(export.exitCode()).isEqualTo(2);
            assertThat(export.errors())
                    .matches(
                            "BitAnswer refuses customers\\.query \\(POST /customers/data\\?offset=0&limit=1000\\): status"
                                    + " \\d+: the operator of the condition on 'name' is '!=', known are = like >\n");
        }
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "customer.query, \"did you mean 'customers.query'?\"",
        "customers.query, \"$.querys[0].name: 'nam' is not known there (did you mean 'name'?)\""
    })
    void whatCannotBeExportedIsSaidBeforeAnythingIsAsked(String operation, String message) throws IOException {
        Path query = outputs.resolveSibling("mistyped.json");
        Files.writeString(query, "{\"querys\": [{\"name\": \"nam\", \"op\": \"=\", \"values\": [\"x\"]}]}");

        try (Program export = launch.spawn("export", operation, "--query", query.toString(), "--to", "-")) {
            assertThat(export.exitCode()).isEqualTo(2);
            assertThat(export.output()).isEmpty();
            assertThat(export.errors()).contains(message.replace("\"", ""));
        }
        assertThat(sandbox.requests()).isEmpty();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(outputs)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
