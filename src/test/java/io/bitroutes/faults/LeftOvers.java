package io.bitroutes.faults;

import io.bitroutes.faults.Complaint.Kind;
import io.bitroutes.it.HomeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What lies in a home in which nothing is left to do, and should not. */
final class LeftOvers {
    private static final String MARKER = ".bitanswer-home";

    /** Holds what the instances say of themselves; it stays. */
    private static final String SECTIONS = ".status";

    private LeftOvers() {}

    /** To be asked when the program has ended. */
    static List<Complaint> in(HomeFolder home) {
        Path root = home.root();
        Path state = root.resolve("state");
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> !file.equals(root) && !file.startsWith(state))
                    .filter(file -> isLeftOver(root.relativize(file)))
                    .map(file ->
                            new Complaint(Kind.LEFT_OVER, root.relativize(file).toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLeftOver(Path file) {
        String name = file.getFileName().toString();
        boolean hidden = name.startsWith(".") && !name.equals(MARKER) && !name.equals(SECTIONS);
        boolean worked = file.startsWith("working") && file.getNameCount() > 2;
        boolean waiting = file.startsWith("inbox") && file.getNameCount() > 2;
        return hidden || worked || waiting;
    }
}
