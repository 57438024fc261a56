package io.bitroutes.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The classes of the program as a JVM has parsed them, kept for all later starts: the tests start it a hundred times, and
 * this takes a third of the work out of a start. The program is the same.
 */
final class ParsedClasses {
    private ParsedClasses() {}

    private static final class Kept {
        static final Path FILE = keep();

        private static Path keep() {
            try {
                Path file = Launch.JAR.resolveSibling("parsed-classes-" + Runtime.version() + "-"
                        + Files.getLastModifiedTime(Launch.JAR).toMillis() + ".jsa");
                if (Files.notExists(file)) {
                    write(file);
                }
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A JVM writes it when it ends. */
        private static void write(Path file) throws IOException {
            Path folder = Files.createTempDirectory(Launch.JAR.getParent(), "first-start");
            Launch launch =
                    Launch.in(folder).with("BASE_URL", "http://127.0.0.1:1").with("BITKEY", "none");
            try (Program program = launch.spawn(List.of("-XX:ArchiveClassesAtExit=" + file), "run")) {
                program.awaitReady();
                program.terminate();
            }
        }
    }

    /** The options with which a JVM takes them; it goes without where they do not fit. */
    static List<String> options() {
        return List.of("-XX:SharedArchiveFile=" + Kept.FILE, "-Xlog:cds*=off");
    }
}
