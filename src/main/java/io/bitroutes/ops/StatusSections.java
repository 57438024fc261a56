package io.bitroutes.ops;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the instances on one home say of themselves, a small file each: the moment, then their lines. */
final class StatusSections {
    static final Duration SILENT = Duration.ofMinutes(5);
    private static final String HIDDEN = ".";
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final Path folder;
    private final String instance;
    private final StatusText text;

    private record Section(Instant at, List<String> lines) {}

    StatusSections(Path folder, String instance, StatusText text) {
        this.folder = folder;
        this.instance = instance;
        this.text = text;
    }

    void write(List<String> lines, Instant now) throws IOException {
        List<String> content = new ArrayList<>(List.of(now.toString()));
        content.addAll(lines);
        replace(folder.resolve(instance), (String.join("\n", content) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file so that nobody sees half of it. What a killed process leaves behind is cleared away by another. */
    void replace(Path target, byte[] content) throws IOException {
        Files.createDirectories(folder);
        Path hidden = folder.resolve(HIDDEN + instance);
        Files.write(hidden, content);
        Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    void delete() throws IOException {
        Files.deleteIfExists(folder.resolve(instance));
    }

    /** The lines of all instances; names are told only when there are several. */
    List<String> all(List<String> own, Instant now) throws IOException {
        Map<String, Section> found = new TreeMap<>(others(now));
        if (found.isEmpty()) {
            return own;
        }
        found.put(instance, new Section(now, own));
        List<String> lines = new ArrayList<>();
        found.forEach((name, section) -> {
            lines.add("[" + name + "]");
            lines.addAll(isSilent(section, now) ? List.of(text.silent(name, section.at())) : section.lines());
        });
        return lines;
    }

    private Map<String, Section> others(Instant now) throws IOException {
        Map<String, Section> found = new TreeMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.startsWith(HIDDEN)) {
                    sweep(file, name.substring(HIDDEN.length()));
                } else if (!name.equals(instance)) {
                    read(file, now).ifPresent(section -> found.put(name, section));
                }
            }
        }
        return found;
    }

    private void sweep(Path hidden, String writer) throws IOException {
        if (!writer.equals(instance) && Instances.isDeadHere(writer)) {
            Files.deleteIfExists(hidden);
        }
    }

    private static Optional<Section> read(Path file, Instant now) throws IOException {
        try {
            List<String> lines = Files.readAllLines(file);
            Instant at = Instant.parse(lines.isEmpty() ? "" : lines.get(0));
            if (at.plus(FORGOTTEN).isBefore(now)
                    || Instances.isDeadHere(file.getFileName().toString())) {
                Files.deleteIfExists(file);
                return Optional.empty();
            }
            return Optional.of(new Section(at, lines.subList(1, lines.size())));
        } catch (NoSuchFileException | DateTimeException goneOrNotOurs) {
            return Optional.empty();
        }
    }

    private static boolean isSilent(Section section, Instant now) {
        return section.at().plus(SILENT).isBefore(now);
    }
}
