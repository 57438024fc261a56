package io.bitroutes.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where SQLite's driver unpacks its library: a killed process leaves its copy behind, so it must be a place we can clear. */
public final class NativeLibrary {
    private static final String PLACE = "org.sqlite.tmpdir";

    private NativeLibrary() {}

    /**
     * Clears the folder of what killed processes left, and has the driver use it, unless an operator has set a place. To
     * be called by whoever is alone on the folder, before the first ledger is opened.
     */
    public static void unpackInto(Path folder) throws IOException {
        if (System.getProperty(PLACE) == null) {
            Files.createDirectories(folder);
            for (Path leftOver : filesIn(folder)) {
                Files.delete(leftOver);
            }
            System.setProperty(PLACE, folder.toString());
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
