package io.bitroutes.faults;

import io.bitroutes.faults.agent.FaultAgent;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;

/** Packs what runs inside the program under test, and nothing else of the tests, into a jar of its own. */
public final class AgentJar {
    private static final Path JAR = build();

    private AgentJar() {}

    /** The option with which a JVM stops at a point, and then writes that file. */
    static String stopping(KillPoint point, Path reached) {
        return stopping(point.spec(), reached);
    }

    /** The same for a point that no file comes by: {@code <class>#<method>#enter|exit#<nth>}. */
    public static String stopping(String point, Path reached) {
        return option("point=" + point + ",file=" + reached);
    }

    /** The option with which a JVM runs a broken class. */
    static String option(String argument) {
        return "-javaagent:" + JAR + "=" + argument;
    }

    private static Path build() {
        try {
            Path classes = home(FaultAgent.class);
            Path jar = Files.createTempFile("fault-agent-", ".jar");
            jar.toFile().deleteOnExit();
            try (OutputStream target = Files.newOutputStream(jar);
                    JarOutputStream entries = new JarOutputStream(target, manifest())) {
                for (Path file : agentClasses(classes)) {
                    entries.putNextEntry(
                            new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                    Files.copy(file, entries);
                    entries.closeEntry();
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> agentClasses(Path classes) throws IOException {
        Path folder = classes.resolve(FaultAgent.class.getPackageName().replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".class")).toList();
        }
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(new Attributes.Name("Premain-Class"), FaultAgent.class.getName());
        attributes.put(Attributes.Name.CLASS_PATH, home(ByteBuddy.class).toUri().toString());
        return manifest;
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
