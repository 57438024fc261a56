package io.bitroutes.it;

import io.bitroutes.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How to start the program, as its users do: the jar, an environment, a process of its own. Immutable.
 *
 * @param folder holds the home and what the process prints
 * @param jvmOptions stand before {@code -jar}
 * @param environment on top of this process's own, without its {@code BITANSWER_*}
 */
public record Launch(Path folder, List<String> jvmOptions, Map<String, String> environment) {
    private static final String PREFIX = "BITANSWER_";

    /** Whoever sets these for the build has them announced by every JVM, on the stderr that the tests compare. */
    private static final Set<String> SAID = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS");

    /** The second compiler costs more than it saves in a run of seconds. */
    static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    static final Path JAR = Path.of("target", "bitanswer-routes.jar").toAbsolutePath();
    static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    public Launch {
        jvmOptions = List.copyOf(jvmOptions);
        environment = Map.copyOf(environment);
    }

    /** English, with its home in that folder, and with waits short enough for tests. */
    public static Launch in(Path folder) {
        return new Launch(folder, List.of(QUICK_START), Map.of("LC_ALL", "C.UTF-8"))
                .with("HOME", folder.resolve("home").toString())
                .with("LANGUAGE", "en")
                .with("OPS_PORT", "0")
                .with("MIN_FREE", "10MB")
                .with("INBOX_SETTLE", "200ms")
                .with("RETRY_DELAY", "50ms")
                .with("OUTAGE_PROBE_INTERVAL", "200ms");
    }

    /** The same against that sandbox, with its key. */
    public Launch against(Sandbox sandbox, String bitkey) {
        return with("BASE_URL", sandbox.baseUrl().toString()).with("BITKEY", bitkey);
    }

    /** The same with a {@code BITANSWER_} variable, named without that prefix. */
    public Launch with(String variable, String value) {
        return withEnvironment(PREFIX + variable, value);
    }

    public Launch withEnvironment(String variable, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(variable, value);
        return new Launch(folder, jvmOptions, more);
    }

    public Launch withJvmOption(String option) {
        List<String> more = new ArrayList<>(jvmOptions);
        more.add(option);
        return new Launch(folder, more, environment);
    }

    public HomeFolder home() {
        return new HomeFolder(Path.of(environment.get(PREFIX + "HOME")));
    }

    /** Starts {@code run} and waits until it is ready. */
    public Program start() throws IOException {
        Program program = spawn();
        program.awaitReady();
        return program;
    }

    /** Starts {@code run} without waiting for anything. */
    public Program spawn() throws IOException {
        return spawn("run");
    }

    /** Starts a command without waiting for anything. */
    public Program spawn(String... arguments) throws IOException {
        return Program.spawn(process(arguments), folder);
    }

    /** The process of a command, for those who want its streams. */
    ProcessBuilder process(String... arguments) {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(SharedClasses.options());
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile());
        process.environment().keySet().removeIf(variable -> variable.startsWith(PREFIX) || SAID.contains(variable));
        process.environment().putAll(environment);
        return process;
    }
}
