package io.bitroutes.ops;

import io.bitroutes.job.Home;
import io.bitroutes.ops.Health.Wrong;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code STATUS.txt} in the home. Several instances write it in turn, each for all: what it says of the others it reads
 * from their sections, so that it does not matter who was last. Not safe for threads.
 */
final class StatusFile {
    /** Editors of Windows know UTF-8 by the mark only, and lines by both characters. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String LINE_END = "\r\n";

    private final Path marker;
    private final Path file;
    private final StatusSections sections;
    private final StatusText text;

    /** @param instance the name of this one among others on the same home */
    StatusFile(Path home, String instance, StatusText text) {
        this.marker = new Home(home, ZoneOffset.UTC).marker();
        this.file = home.resolve("STATUS.txt");
        this.sections = new StatusSections(home.resolve(".status"), instance, text);
        this.text = text;
    }

    /** @throws IOException if it cannot be written; the one before stays */
    void write(List<Wrong> wrong, Survey survey, Instant now) throws IOException {
        requireHome();
        List<String> own = text.wellness(wrong, survey.waiting());
        sections.write(own, now);
        List<String> lines = new ArrayList<>(text.head(now));
        lines.add("");
        lines.addAll(sections.all(own, now));
        lines.addAll(text.home(survey));
        replace(lines);
    }

    /** The last words of this instance; others that are alive write theirs again soon. */
    void writeStopped(Survey survey, Instant now) throws IOException {
        requireHome();
        sections.delete();
        List<String> lines = new ArrayList<>(List.of(text.stopped(now)));
        lines.addAll(text.home(survey));
        replace(lines);
    }

    /** Where a share was mounted, nothing is written while it is not. */
    private void requireHome() throws IOException {
        if (Files.notExists(marker)) {
            throw new NoSuchFileException(marker.toString());
        }
    }

    private void replace(List<String> lines) throws IOException {
        String content = BYTE_ORDER_MARK + String.join(LINE_END, lines) + LINE_END;
        sections.replace(file, content.getBytes(StandardCharsets.UTF_8));
    }
}
