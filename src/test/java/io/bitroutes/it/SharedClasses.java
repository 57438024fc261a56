package io.bitroutes.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The program's classes as the JVM has them after parsing and checking, in a file that later starts map into memory. With it
 * a start takes two thirds of the processor time. Made beside the first tests of a build; until then starts go without.
 */
final class SharedClasses {
    private static final Path FOLDER = Path.of("target", "shared-classes").toAbsolutePath();
    private static final Path FILE = FOLDER.resolve(builtFrom() + ".jsa");

    static {
        if (Files.notExists(FILE)) {
            Thread making = new Thread(SharedClasses::make, "share-classes");
            making.setDaemon(true);
            making.start();
        }
    }

    private SharedClasses() {}

    /** What a JVM has to be told. */
    static List<String> options() {
        return Files.exists(FILE) ? List.of("-XX:SharedArchiveFile=" + FILE) : List.of();
    }

    /** The JVM refuses a file that was made by another one or from another jar. */
    private static String builtFrom() {
        try {
            return System.getProperty("java.vm.version")
                    + "-"
                    + Files.getLastModifiedTime(Launch.JAR).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The demo comes by most of the program, and ends by itself. */
    private static void make() {
        try {
            Folders.delete(FOLDER);
            Files.createDirectories(FOLDER);
            Path part = FOLDER.resolve("part");
            ProcessBuilder demo = new ProcessBuilder(
                    Launch.JAVA.toString(),
                    Launch.QUICK_START,
                    "-XX:ArchiveClassesAtExit=" + part,
                    "-jar",
                    Launch.JAR.toString(),
                    "demo",
                    "--home",
                    FOLDER.resolve("home").toString());
            demo.environment().put("LC_ALL", "C.UTF-8");
            demo.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
            Process process = demo.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end-demo"));
            if (process.waitFor() == 0) {
                Files.move(part, FILE, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
