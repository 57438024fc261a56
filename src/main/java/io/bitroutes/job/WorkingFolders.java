package io.bitroutes.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folders in which jobs are worked on. */
final class WorkingFolders {
    private WorkingFolders() {}

    /** Deletes a job's folder with all that is in it; it has no folders of its own. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path file : children(folder)) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        }
    }

    /** What is in a folder; nothing if there is none. */
    static List<Path> children(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (NoSuchFileException goneMeanwhile) {
            return List.of();
        }
    }
}
