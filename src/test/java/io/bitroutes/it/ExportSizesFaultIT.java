package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.SftpServer;
import io.bitroutes.cli.ExportedFile;
import io.bitroutes.export.ExportForm;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In every form, on a folder and on an SFTP server: what is published is what BitAnswer holds, however much that is. */
class ExportSizesFaultIT {
    private static final List<String> ENDINGS = List.of("csv", "json", "jsonl", "csv.gz", "json.gz", "jsonl.gz");
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String MANIFEST = ".manifest.json";
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    @Test
    void customers() throws IOException {
        publish("customers.list", List.of(0, 1, 999, 1000, 1001, 12_345), (sandbox, size) -> sandbox.state()
                .seedCustomers(IntStream.range(0, size)
                        .mapToObj(number -> Map.of("name", "客户 " + number, "postcode", "0" + number))
                        .toList()));
    }

    @Test
    void products() throws IOException {
        publish("products.list", List.of(998, 999, 1997, 1998), (sandbox, size) -> IntStream.range(0, size)
                .forEach(number -> sandbox.state().seedProduct(Map.of("productName", "产品 " + number, "refId", "00"))));
    }

    private interface Seeding {
        void seed(Sandbox sandbox, int size);
    }

    private void publish(String operation, List<Integer> sizes, Seeding seeding) throws IOException {
        Path local = Files.createDirectory(folder.resolve("local"));
        Path remote = Files.createDirectory(folder.resolve("remote"));
        try (SftpServer server = SftpServer.start(remote);
                Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            Schedules schedules = Schedules.in(folder);
            for (String ending : ENDINGS) {
                schedules.with(export(operation, "local", ending, "file:" + local));
                schedules.with(export(operation, "remote", ending, server.address("")));
            }
            try (Program program = launch(sandbox, schedules, server).start()) {
                for (int size : sizes) {
                    sandbox.state().clear();
                    seeding.seed(sandbox, size);
                    assertPublished(sandbox, operation, size, List.of(local, remote));
                }
                program.terminate();
                System.out.printf("ExportSizesFaultIT: %s of %s in %s%n", operation, sizes, ENDINGS);
            }
        }
    }

    private Launch launch(Sandbox sandbox, Schedules schedules, SftpServer server) throws IOException {
        return Launch.in(folder)
                .against(sandbox, "sandbox")
                .with("ROUTES", schedules.folder().toString())
                .with("EXPORT_CONCURRENCY", "4")
                .with(
                        "SHARE_KNOWN_HOSTS",
                        server.knownHosts(folder.resolve("known_hosts")).toString())
                .with(
                        "SHARE_PASSWORD_FILE",
                        Files.writeString(folder.resolve("password"), SftpServer.PASSWORD)
                                .toString());
    }

    private static Map<String, String> export(String operation, String share, String ending, String address) {
        Map<String, String> export = new HashMap<>(Schedules.customers(id(share, ending), address));
        export.put("operation", operation);
        export.put("file", id(share, ending) + "-${time:HHmmss}." + ending);
        export.put("keep-last", "2");
        export.put("latest", "false");
        return export;
    }

    private static String id(String share, String ending) {
        return share + "-" + ending.replace('.', '-');
    }

    private static void assertPublished(Sandbox sandbox, String operation, int size, List<Path> shares)
            throws IOException {
        Instant seeded = Instant.now();
        List<Map<String, String>> held = ExportedFile.texts(
                operation.startsWith("customers")
                        ? sandbox.state().customers().values()
                        : sandbox.state().products().values());
        assertThat(held).hasSize(size);
        for (Path share : shares) {
            for (String ending : ENDINGS) {
                String id = id(share.getFileName().toString(), ending);
                Waiting.until(id + " of " + size, PATIENCE, () -> newest(share, id, seeded)
                        .isPresent());
                Path file = newest(share, id, seeded).orElseThrow();
                assertThat(ExportedFile.records(
                                file, ExportForm.ofFile(file.toString()).orElseThrow()))
                        .as("%s of %d", id, size)
                        .isEqualTo(held);
            }
        }
    }

    /** The newest file of an export of which nothing was read before that moment. */
    private static Optional<Path> newest(Path share, String id, Instant moment) throws IOException {
        try (Stream<Path> files = Files.list(share)) {
            return files.filter(file -> file.getFileName().toString().matches(id + "-\\d{6}\\..*\\.manifest\\.json"))
                    .filter(file -> started(file).isAfter(moment))
                    .max(Comparator.naturalOrder())
                    .map(file -> Path.of(file.toString().replace(MANIFEST, "")));
        }
    }

    private static Instant started(Path manifest) {
        try {
            JsonNode read = JSON.readTree(Files.readAllBytes(manifest));
            return OffsetDateTime.parse(read.path("started").asText()).toInstant();
        } catch (IOException removed) {
            return Instant.MIN;
        }
    }
}
