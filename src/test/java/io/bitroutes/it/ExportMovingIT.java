package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.sandbox.Fault;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export while somebody adds and deletes customers between its pages. */
class ExportMovingIT {
    private static final int ROWS = 9000;
    private static final int GONE_AT_ONCE = 7;
    private static final Duration PAGE_TAKES = Duration.ofMillis(200);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<String> gone = new HashSet<>();

    @TempDir
    private Path folder;

    @Test
    void noneIsMissingThatWasThereThroughoutAndNoneIsThereTwice() throws IOException, InterruptedException {
        Path file = folder.resolve("customers.jsonl");
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            sandbox.state()
                    .seedCustomers(IntStream.range(0, ROWS)
                            .mapToObj(number -> Map.of("name", "c" + number))
                            .toList());
            sandbox.faults().next(Integer.MAX_VALUE, Fault.delayBeforeApplying(PAGE_TAKES), request -> request.method()
                    .equals("GET"));

            try (Program export = Launch.in(folder)
                    .against(sandbox, "sandbox")
                    .spawn("export", "customers.list", "--to", file.toString())) {
                moveUntilEnd(sandbox, export);

                assertThat(export.exitCode()).as(export.errors()).isZero();
                assertThat(export.errors()).containsPattern("added or removed meanwhile, noticed \\d+ times");
            }
        }
        List<String> names = names(file);
        assertThat(names).doesNotHaveDuplicates();
        assertThat(gone).hasSizeGreaterThan(GONE_AT_ONCE);
        assertThat(names).containsAll(throughout());
    }

    /** With each page that was asked for, some of the oldest go, and one comes. */
    private void moveUntilEnd(Sandbox sandbox, Program export) throws IOException, InterruptedException {
        int seen = 0;
        while (export.isAlive()) {
            int before = seen;
            Waiting.until("another page", () -> !export.isAlive() || pages(sandbox) > before);
            seen = pages(sandbox);
            if (export.isAlive()) {
                delete(sandbox, seen);
                sandbox.state().seedCustomer(Map.of("name", "new" + seen));
            }
        }
    }

    private static int pages(Sandbox sandbox) {
        return (int) sandbox.requests().stream()
                .filter(request -> request.is("customers.list"))
                .count();
    }

    private void delete(Sandbox sandbox, int page) throws IOException, InterruptedException {
        List<Map<String, String>> some = IntStream.range(0, GONE_AT_ONCE)
                .mapToObj(number -> Map.of("name", "c" + (page * GONE_AT_ONCE + number)))
                .toList();
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/customers"))
                .header("bitkey", "sandbox")
                .header("Content-Type", "application/json")
                .method("DELETE", HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(some)))
                .build();
        String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        assertThat(JSON.readTree(answer).path("status").asInt(-1)).as(answer).isZero();
        some.forEach(customer -> gone.add(customer.get("name")));
    }

    private Set<String> throughout() {
        return IntStream.range(0, ROWS)
                .mapToObj(number -> "c" + number)
                .filter(name -> !gone.contains(name))
                .collect(Collectors.toSet());
    }

    private static List<String> names(Path file) throws IOException {
        List<String> names = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode customer = JSON.readTree(line);
            names.add(customer.path("name").asText());
        }
        return names;
    }
}
