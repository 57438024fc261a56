package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo, as a newcomer runs it; what README.md and samples/outcome show is what comes out. */
class DemoIT {
    private static final long MOST_SECONDS = 60;

    @TempDir
    private static Path folder;

    private static Path home;
    private static String output;
    private static int exitCode;

    @BeforeAll
    static void runTheDemo() throws IOException, InterruptedException {
        home = folder.resolve("home");
        Path printed = folder.resolve("printed");
        ProcessBuilder demo = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                "target/bitanswer-routes.jar",
                "demo",
                "--home",
                home.toString());
        demo.environment().put("LC_ALL", "C.UTF-8");
        Process process = demo.redirectOutput(printed.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        exitCode = process.exitValue();
        output = Files.readString(printed);
    }

    @Test
    void endsAsForeseen() {
        assertThat(exitCode).isZero();
        assertThat(output).endsWith("All as foreseen.\n");
    }

    @Test
    void printsWhatTheReadmeShows() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String shown = readme.substring(readme.indexOf("…\n") + 2);
        assertThat(masked(output)).isEqualTo(masked(shown.substring(0, shown.indexOf("```"))));
    }

    @Test
    void leavesWhatTheSamplesFolderShows() throws IOException {
        for (String kind : new String[] {"receipt.json", "receipt.txt", "rejected.csv"}) {
            Path shown = Path.of("samples", "outcome", "customers.replace." + kind);
            assertThat(masked(leftBehind(kind))).as(kind).isEqualTo(masked(Files.readString(shown)));
        }
    }

    /** What the CSV sample left; the JSON sample of the same operation leaves a receipt of the same form. */
    private static String leftBehind(String kind) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> file.getFileName().toString().matches("customers\\.replace\\..*\\." + kind))
                    .map(DemoIT::content)
                    .filter(content -> !content.contains("customers.replace.json"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Numbers, ids, times and places differ from run to run. */
    private static String masked(String text) {
        return text.replaceAll("home in .*", "home in …")
                .replaceAll("\\d{8}-\\d{6}-[0-9a-f]{8}", "JOB")
                .replaceAll("[0-9a-f]{32,64}", "ID")
                .replaceAll("\\d+", "#");
    }
}
