package io.bitroutes.it;

import static io.bitroutes.it.CustomerFile.REPLACE;
import static io.bitroutes.it.CustomerFile.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What people and machines are told: STATUS.txt, health and metrics of a process that runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpsIT {
    private static final String KEY = "a-key-of-the-sandbox";
    private static final Pattern ADDRESS = Pattern.compile("ops (http://\\S+)");

    private final HttpClient client = HttpClient.newHttpClient();
    private Sandbox sandbox;
    private Launch launch;
    private Program program;
    private HomeFolder home;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        sandbox = Sandbox.start(SandboxOptions.defaults().withBitkey(KEY));
        launch = Launch.in(folder).against(sandbox, KEY).with("RETRY_ATTEMPTS", "2");
        program = launch.start();
        home = launch.home();
        CustomerFile.seedOwner(sandbox);
    }

    @AfterAll
    void stop() {
        program.close();
        sandbox.close();
    }

    @Test
    void whatIsDoneIsCounted() throws Exception {
        home.drop(REPLACE, "counted.csv", CustomerFile.of("c", 10).refusing(3).csv());
        home.receipt(REPLACE, "counted.csv");
        home.drop(REPLACE, "broken.csv", "name,citty\r\na,b\r\n");
        home.error(REPLACE, "broken");

        assertThat(get("/observe/metrics").body())
                .contains("bitanswer_records_total{operation=\"customers.replace\",outcome=\"confirmed\"} 9.0")
                .contains("bitanswer_records_total{operation=\"customers.replace\",outcome=\"refused\"} 1.0")
                .contains("bitanswer_files_total{end=\"done\",operation=\"customers.replace\"} 1.0")
                .contains("bitanswer_files_total{end=\"refused\",operation=\"customers.replace\"} 1.0")
                .contains("bitanswer_requests_total{operation=\"customers.replace\"}")
                .contains("bitanswer_files_waiting{operation=\"customers.replace\"}")
                .contains("bitanswer_gate_open ")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void anOutageIsToldByHealthAndStatus() throws Exception {
        Waiting.until("well", () -> status().contains("All is well."));
        assertThat(get("/observe/health").statusCode()).isEqualTo(200);
        assertThat(healthOfTheContainer()).isZero();

        sandbox.faults().serverDown();
        home.drop(UPDATE, "outage.csv", CustomerFile.of("o", 1).csv());
        Waiting.until("down", () -> get("/observe/health").statusCode() == 503);
        assertThat(get("/observe/health").body())
                .contains("\"status\":\"DOWN\"")
                .contains("\"source\":\"bitanswer\"")
                .contains("BitAnswer does not answer as it should");
        assertThat(healthOfTheContainer()).isEqualTo(1);
        assertThat(get("/observe/health/live").statusCode()).isEqualTo(200);
        assertThat(get("/observe/health/ready").statusCode()).isEqualTo(200);
        Waiting.until(
                "said", () -> status().contains("Nothing new is taken at present; files that wait or are in work: 1."));

        sandbox.faults().serverUp();
        home.receipt(UPDATE, "outage.csv");
        Waiting.until("up", () -> get("/observe/health").statusCode() == 200);
        Waiting.until("well again", () -> status().contains("All is well."));
    }

    @Test
    void whatNobodyWillPickUpIsTold() throws IOException {
        Path inbox = home.inbox(REPLACE, "x").getParent();
        Files.createFile(inbox.resolve("客户.xlsx"));
        Files.createFile(inbox.resolveSibling("lost.csv"));
        Files.createDirectory(inbox.resolveSibling("customers.replase"));

        Waiting.until("told", () -> status().contains("客户.xlsx"));
        assertThat(status())
                .startsWith("\uFEFFbitanswer-routes, 20")
                .contains("\r\nIf this time is older than 5 minutes, the program is not running.\r\n")
                .contains("  inbox/customers.replace/客户.xlsx: an Excel workbook; save it as \"CSV UTF-8\"")
                .contains("  inbox/lost.csv: lies in no folder of an operation;")
                .contains("  inbox/customers.replase/: no operation has this name (did you mean 'customers.replace'?)");
    }

    @Test
    void nothingElseIsServed() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(get("/observe/health/../../application.properties").statusCode())
                .isEqualTo(404);
        assertThat(get("/observe/%2e%2e/observe/health").statusCode()).isEqualTo(404);
        HttpRequest post = HttpRequest.newBuilder(address("/observe/health"))
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .build();
        assertThat(client.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    @Test
    void aPortInUseIsSaidAtStart(@TempDir Path folder) throws IOException {
        try (ServerSocket taken = new ServerSocket(0);
                Program second = Launch.in(folder)
                        .against(sandbox, KEY)
                        .with("OPS_HOST", "0.0.0.0")
                        .with("OPS_PORT", String.valueOf(taken.getLocalPort()))
                        .spawn()) {
            assertThat(second.exitCode()).isEqualTo(2);
            assertThat(second.errors())
                    .contains("health and metrics cannot be answered on 0.0.0.0:" + taken.getLocalPort())
                    .contains("bitanswer.ops.port");
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    /** What the HEALTHCHECK of the image runs. Its exit code. */
    private int healthOfTheContainer() throws Exception {
        String port = String.valueOf(address("/").getPort());
        return new ProcessBuilder("bash", "docker/answers", port, "/observe/health")
                .start()
                .waitFor();
    }

    private URI address(String path) {
        Matcher said = ADDRESS.matcher(program.output());
        assertThat(said.find()).isTrue();
        return URI.create(said.group(1) + path);
    }

    private String status() {
        Path file = home.root().resolve("STATUS.txt");
        return Files.exists(file) ? HomeFolder.text(file) : "";
    }
}
