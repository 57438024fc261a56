package io.bitroutes.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The classes of the program as the JVM has them in memory, written down once for each build and JDK: a start then takes a
 * third less processor time, and the tests start the program some hundred times. A JVM that cannot use it does without.
 */
final class ClassArchive {
    private static final Path FILE =
            Path.of("target", "classes-" + Runtime.version() + ".jsa").toAbsolutePath();

    static final String OPTION = "-XX:SharedArchiveFile=" + madeOnce();

    private ClassArchive() {}

    private static Path madeOnce() {
        try {
            if (Files.notExists(FILE) || isOlderThan(Launch.JAR)) {
                make();
            }
            return FILE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOlderThan(Path jar) throws IOException {
        return Files.getLastModifiedTime(FILE).compareTo(Files.getLastModifiedTime(jar)) < 0;
    }

    /** By a program that runs, against a server that is not there. */
    private static void make() throws IOException {
        Files.deleteIfExists(FILE);
        Path folder = Files.createDirectories(FILE.resolveSibling("class-archive"));
        Launch launch = Launch.plain(folder, List.of(Launch.QUICK_START, "-XX:ArchiveClassesAtExit=" + FILE))
                .with("BASE_URL", "http://127.0.0.1:9/")
                .with("BITKEY", "none");
        try (Program program = launch.start()) {
            program.terminate();
        }
    }
}
