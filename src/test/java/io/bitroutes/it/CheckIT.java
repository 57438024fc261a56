package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.FreePort;
import io.bitroutes.PostgresServer;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckIT {
    private static final String KEY = "a-key-of-the-sandbox";

    @TempDir
    Path folder;

    @Test
    void allIsWellAndNothingIsMade() throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withBitkey(KEY));
                Program check = Launch.in(folder).against(sandbox, KEY).spawn("check")) {
            assertThat(check.exitCode()).as(check.output() + check.errors()).isZero();
            assertThat(check.output().lines()).allMatch(line -> line.startsWith("ok  "));
            assertThat(check.output())
                    .contains(
                            "ok  configuration: there is no application.properties beside the program; what the"
                                    + " environment and -D do not say is left at its default\n",
                            "takes the key")
                    .doesNotContain(KEY);
            assertThat(folder.resolve("home")).doesNotExist();
        }
    }

    @Test
    void aWrongKeyAndABrokenRouteFileAreNamed() throws IOException {
        Path routes = Files.createDirectory(folder.resolve("routes"));
        Files.copy(Path.of("routes", "call.camel.yaml"), routes.resolve("call.camel.yaml"));
        Files.writeString(routes.resolve("work.camel.yaml"), "- route:\n    id: work\n   from: x\n");
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withBitkey("another-key"));
                Program check = Launch.in(folder)
                        .against(sandbox, KEY)
                        .with("ROUTES", routes.toString())
                        .spawn("check")) {
            assertThat(check.exitCode()).isEqualTo(2);
            assertThat(check.output())
                    .contains("WRONG  route files: " + routes.resolve("work.camel.yaml") + ", line 3");
        }
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withBitkey("another-key"));
                Program check = Launch.in(folder).against(sandbox, KEY).spawn("check")) {
            assertThat(check.exitCode()).isEqualTo(2);
            assertThat(check.output())
                    .contains("refuses the key or the account")
                    .doesNotContain(KEY);
        }
    }

    @Test
    void aLedgerInADatabaseThatIsMissingIsNamed() throws IOException {
        String url = PostgresServer.freshUrl() + "_not";
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withBitkey(KEY));
                Program check = Launch.in(folder)
                        .against(sandbox, KEY)
                        .with("LEDGER_URL", url)
                        .with("LEDGER_USERNAME", "postgres")
                        .spawn("check")) {
            assertThat(check.exitCode()).isEqualTo(2);
            assertThat(check.output()).contains("WRONG  ledger: " + url + " is not there (FATAL: ");
        }
    }

    @Test
    void theBrokerIsAskedOnlyWhereItIsNotTheProgramsOwn() throws IOException {
        int port = FreePort.next();
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withBitkey(KEY))) {
            Launch bus = Launch.in(folder).against(sandbox, KEY).with("BUS", "jms");

            try (Program check = bus.with("JMS_URL", "embedded:" + port).spawn("check")) {
                assertThat(check.exitCode()).as(check.output()).isZero();
                assertThat(check.output())
                        .contains("ok  message broker: embedded:" + port + " starts with the program");
            }
            try (Program check = bus.with("JMS_URL", "tcp://127.0.0.1:" + port).spawn("check")) {
                assertThat(check.exitCode()).isEqualTo(2);
                assertThat(check.output())
                        .contains("WRONG  message broker: tcp://127.0.0.1:" + port + " does not let us in");
            }
            assertThat(folder.resolve("home")).doesNotExist();
            try (Program run = bus.with("JMS_URL", "embedded:" + port).start();
                    Program check =
                            bus.with("JMS_URL", "tcp://127.0.0.1:" + port).spawn("check")) {
                assertThat(check.exitCode()).as(check.output() + run.errors()).isZero();
                assertThat(check.output()).contains("lets us in").contains("max-delivery-attempts");
            }
        }
    }

    @Test
    void namesInRouteFilesThatStandForNothingAreNamedWithTheirLine() throws IOException {
        Path routes = copyOfTheRoutes();
        edit(routes.resolve("deliver.camel.yaml"), "ref: deliverer", "ref: delivrer");
        edit(routes.resolve("inbox.camel.yaml"), "sortBy:", "sorteBy:");
        edit(routes.resolve("work.camel.yaml"), "uri: direct:settle", "uri: direct:setle");
        edit(routes.resolve("settle.camel.yaml"), "id: settle", "id: closing");

        assertThat(linesAboutRoutes(routes))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line)
                                .containsPattern(
                                        "deliver.camel.yaml, line \\d+: the program has nothing called 'delivrer'")
                                .contains("did you mean 'deliverer'"),
                        line -> assertThat(line)
                                .containsPattern("inbox.camel.yaml, line \\d+: this endpoint has no option 'sorteBy'")
                                .contains("did you mean 'sortBy'"),
                        line -> assertThat(line)
                                .containsPattern("work.camel.yaml, line \\d+: no route begins with direct:setle")
                                .contains("did you mean 'settle'"),
                        line -> assertThat(line).contains("route files: ").contains("settle"));
    }

    @Test
    void aStepThatCamelDoesNotKnowIsNamed() throws IOException {
        Path routes = copyOfTheRoutes();
        edit(routes.resolve("deliver.camel.yaml"), "method: deliver", "metod: deliver");

        assertThat(linesAboutRoutes(routes)).singleElement().asString().contains("deliver.camel.yaml", "metod");
    }

    private Path copyOfTheRoutes() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("routes"));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of("routes"))) {
            for (Path file : files) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private static void edit(Path file, String from, String to) throws IOException {
        String yaml = Files.readString(file);
        assertThat(yaml).contains(from);
        Files.writeString(file, yaml.replaceFirst(Pattern.quote(from), to));
    }

    private List<String> linesAboutRoutes(Path routes) throws IOException {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withBitkey(KEY));
                Program check = Launch.in(folder)
                        .against(sandbox, KEY)
                        .with("ROUTES", routes.toString())
                        .spawn("check")) {
            assertThat(check.exitCode()).isEqualTo(2);
            return check.output()
                    .lines()
                    .filter(line -> line.startsWith("WRONG  route files: "))
                    .toList();
        }
    }
}
