package io.bitroutes.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** A home as its users see it: they drop files, wait for receipts and look at what comes back. */
public record HomeFolder(Path root) {
    private static final JsonMapper JSON = new JsonMapper();

    /** Where a file for an operation lies before it is claimed. */
    public Path inbox(String operation, String name) {
        return root.resolve("inbox").resolve(operation).resolve(name);
    }

    /** Drops a file as careful people do: under a dot-name, then renamed. */
    public void drop(String operation, String name, String content) {
        drop(operation, name, (Writing) file -> Files.writeString(file, content));
    }

    public void drop(String operation, String name, byte[] content) {
        drop(operation, name, (Writing) file -> Files.write(file, content));
    }

    public void drop(String operation, String name, Writing writing) {
        Path target = inbox(operation, name);
        Path hidden = target.resolveSibling("." + name);
        try {
            writing.to(hidden);
            Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills a file. */
    @FunctionalInterface
    public interface Writing {
        void to(Path file) throws IOException;
    }

    public void awaitClaimed(String operation, String name) {
        Waiting.until(name + " is claimed", () -> Files.notExists(inbox(operation, name)));
    }

    /** Waits for the receipt of a file of that name, and until nothing of the job is left to do. */
    public JsonNode receipt(String operation, String name) {
        return receipts(operation, name, 1).get(0);
    }

    /** Waits for so many receipts of files of the same name. They come in the order of the claims. */
    public List<JsonNode> receipts(String operation, String name, int count) {
        Waiting.until(
                count + " receipts of " + name,
                () -> receipts(operation, name).size() >= count && isDone(receipts(operation, name)));
        return receipts(operation, name);
    }

    /** The receipts of files of that name so far. */
    public List<JsonNode> receipts(String operation, String name) {
        return archived(operation).stream()
                .filter(file -> file.toString().endsWith(".receipt.json"))
                .map(HomeFolder::json)
                .filter(receipt -> receipt.path("file").asText().equals(name))
                .toList();
    }

    /** Everything in the archive of an operation, in the order of names. */
    public List<Path> archived(String operation) {
        return list(root.resolve("archive").resolve(operation)).stream()
                .flatMap(day -> list(day).stream())
                .toList();
    }

    /** A text in the archive of an operation, whatever the day. */
    public String archivedText(String operation, String name) {
        return archived(operation).stream()
                .filter(file -> file.getFileName().toString().equals(name))
                .map(HomeFolder::text)
                .findFirst()
                .orElseThrow();
    }

    /** Everything that came back from an operation, in the order of names. */
    public List<Path> deadLetters(String operation) {
        return list(root.resolve("dead-letter").resolve(operation));
    }

    /** A text among what came back from an operation. */
    public String deadLetter(String operation, String name) {
        return text(root.resolve("dead-letter").resolve(operation).resolve(name));
    }

    /** The file a receipt names as its dead letter. */
    public String deadLetter(JsonNode receipt) {
        return text(root.resolve(receipt.path("deadLetter").textValue()));
    }

    /** The bytes of the file a receipt names as its dead letter. */
    public byte[] deadLetterBytes(JsonNode receipt) {
        try {
            return Files.readAllBytes(root.resolve(receipt.path("deadLetter").textValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the report on a file of that name that is refused whole. */
    public JsonNode error(String operation, String stem) {
        Waiting.until(
                stem + " is refused", () -> !errors(operation, stem).isEmpty() && isDone(errors(operation, stem)));
        return errors(operation, stem).get(0);
    }

    private List<JsonNode> errors(String operation, String stem) {
        return deadLetters(operation).stream()
                .filter(file -> file.getFileName().toString().startsWith(stem + "."))
                .filter(file -> file.toString().endsWith(".error.json"))
                .map(HomeFolder::json)
                .toList();
    }

    private boolean isDone(List<JsonNode> reports) {
        return reports.stream()
                .noneMatch(report -> Files.exists(root.resolve("working")
                        .resolve(report.path("operation").textValue())
                        .resolve(report.path("job").textValue())));
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(text(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
