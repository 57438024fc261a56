package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of samples/exports/README.md, run as they stand there, write what lies in samples/exports/out. */
class ExportSamplesIT {
    private static final Path SAMPLES = Path.of("samples", "exports");
    private static final Pattern COMMAND = Pattern.compile("(?m)^bitanswer-routes (.*)$");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private record Held(
            List<Map<String, Object>> customers,
            List<Map<String, Object>> products,
            Map<String, List<Map<String, Object>>> datas) {}

    @BeforeEach
    void copySamples() throws IOException {
        Files.createDirectory(folder.resolve("out"));
        for (String name : List.of("boxed.json", "licences.txt", "exports.camel.yaml")) {
            Files.copy(SAMPLES.resolve(name), folder.resolve(name));
        }
    }

    @Test
    void theCommandsWriteWhatLiesThere() throws IOException {
        List<String> commands = COMMAND.matcher(Files.readString(SAMPLES.resolve("README.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            seed(sandbox);
            Launch launch = Launch.in(folder).against(sandbox, "sandbox");
            List<Program> exports = new ArrayList<>();
            try {
                for (String command : commands) {
                    exports.add(launch.spawn(words(command)));
                }
                exports.forEach(export ->
                        assertThat(export.exitCode()).as(export.errors()).isZero());
            } finally {
                exports.forEach(Program::close);
            }
        }
        assertThat(outputs(folder)).isEqualTo(outputs(SAMPLES)).hasSameSizeAs(commands);
    }

    @Test
    void theSchedulesAreInOrder() throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
                Program check = Launch.in(folder)
                        .against(sandbox, "sandbox")
                        .with("ROUTES", folderOfAllRoutes().toString())
                        .spawn("check")) {
            assertThat(check.exitCode())
                    .as(() -> check.output() + check.errors())
                    .isZero();
        }
    }

    /** Those of the program, with the sample in place of what is scheduled in them. */
    private Path folderOfAllRoutes() throws IOException {
        try (Stream<Path> routes = Files.list(Path.of("routes"))) {
            for (Path route : routes.toList()) {
                Path copy = folder.resolve(route.getFileName());
                if (Files.notExists(copy)) {
                    Files.copy(route, copy);
                }
            }
        }
        return folder;
    }

    private static void seed(Sandbox sandbox) throws IOException {
        Held held = JSON.readValue(SAMPLES.resolve("held.json").toFile(), new TypeReference<>() {});
        held.customers().forEach(sandbox.state()::seedCustomer);
        held.products().forEach(sandbox.state()::seedProduct);
        held.datas()
                .forEach((sn, items) -> items.forEach(item -> sandbox.state().seedData(sn, item)));
    }

    private static String[] words(String command) {
        return WORD.matcher(command).results().map(ExportSamplesIT::word).toArray(String[]::new);
    }

    private static String word(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static Map<String, String> outputs(Path folder) throws IOException {
        Map<String, String> outputs = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            for (Path file : files.toList()) {
                outputs.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return outputs;
    }
}
