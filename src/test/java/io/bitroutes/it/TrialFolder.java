package io.bitroutes.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The trial folder of an operation, as its users see it. */
record TrialFolder(Path folder) {
    private static final JsonMapper JSON = new JsonMapper();

    static TrialFolder of(HomeFolder home, String operation) {
        return new TrialFolder(home.root().resolve("trial").resolve(operation));
    }

    void drop(String name, String content) {
        try {
            Path hidden = Files.writeString(folder.resolve("." + name), content);
            Files.move(hidden, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until a file of that stem is through, and reads its receipt. */
    JsonNode receipt(String stem) {
        return json(stem, "trial.receipt.json");
    }

    /** Waits until a file of that stem is through, and reads why it is broken. */
    JsonNode error(String stem) {
        return json(stem, "trial.error.json");
    }

    /** The report of that kind on a file of that stem; empty as long as there is none. */
    Optional<Path> report(String stem, String kind) {
        return out().stream()
                .filter(file -> file.getFileName().toString().startsWith(stem + "."))
                .filter(file -> file.getFileName().toString().endsWith("." + kind))
                .findFirst();
    }

    /** What lies in {@code out}, without dot-files. */
    List<Path> out() {
        if (Files.notExists(folder.resolve("out"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file comes last. */
    private JsonNode json(String stem, String kind) {
        Waiting.until("the trial of " + stem, () -> report(stem, "trial.csv").isPresent());
        try {
            return JSON.readTree(report(stem, kind).orElseThrow().toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
