package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The commands of samples/bus/README.md with which a stranger sends the messages there, and what comes out.
 *
 * @param port of the broker
 * @param folder for what they print
 */
record BusSamples(int port, Path folder) {
    private static final Path SAMPLES = Path.of("samples", "bus");
    private static final Pattern COMMAND = Pattern.compile("(?m)^java -cp (.* samples/bus/(\\w+)\\.java .*)$");
    /** They are compiled before they run. */
    private static final Duration LONGEST_RUN = Duration.ofMinutes(2);

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** What a program of the samples prints when it is run as the README says. */
    String printedBy(String program) throws IOException {
        List<String> words = new ArrayList<>(List.of(JAVA.toString(), "-XX:TieredStopAtLevel=1", "-cp"));
        words.addAll(
                List.of(command(program).replace("61616", String.valueOf(port)).split(" ")));
        ProcessBuilder process = new ProcessBuilder(words);
        process.environment().put("LC_ALL", "C.UTF-8");
        try (Program running = Program.spawn(process, folder)) {
            assertThat(running.exitCode(LONGEST_RUN)).as(running.errors()).isZero();
            return masked(running.output());
        }
    }

    private static String command(String program) throws IOException {
        return COMMAND.matcher(Files.readString(SAMPLES.resolve("README.md")))
                .results()
                .filter(found -> found.group(2).equals(program))
                .map((MatchResult found) -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    /** What the samples folder says that comes out. */
    static String shown(String name) throws IOException {
        return masked(Files.readString(SAMPLES.resolve("out").resolve(name)));
    }

    /** Ids and times differ from run to run. */
    private static String masked(String text) {
        return text.replaceAll("[0-9a-f]{32}", "ID").replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d", "TIME");
    }
}
