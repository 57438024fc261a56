package io.bitroutes.ops;

import io.bitroutes.job.NameKind;
import io.bitroutes.ops.Survey.Overlooked;
import io.bitroutes.ops.Survey.WaitingFile;
import io.bitroutes.text.Suggestion;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One look into the folders in which files are dropped. Not safe for threads. */
final class InboxLook {
    /** A folder with more files than this is counted up to here. */
    private static final int MOST = 10_000;

    private static final Duration LONG_FOR_A_TRANSFER = Duration.ofMinutes(1);
    private static final Set<String> OURS = Set.of("README.txt", "使用说明.txt");
    private static final String OUT = "out";

    private final Path home;
    private final Set<String> operations;
    private final Set<String> known;
    private final Duration settle;
    private final Texts texts;
    private final Instant now;
    private final List<WaitingFile> waiting = new ArrayList<>();
    private final List<Overlooked> overlooked = new ArrayList<>();

    /**
     * @param operations the ids of those with a folder
     * @param known the ids of those that could have one
     * @param settle how long a file must not have changed
     */
    InboxLook(Path home, Set<String> operations, Set<String> known, Duration settle, Texts texts, Instant now) {
        this.home = home;
        this.operations = operations;
        this.known = known;
        this.settle = settle;
        this.texts = texts;
        this.now = now;
    }

    /** What waits in the inbox; not what waits for a trial. */
    List<WaitingFile> waiting() {
        return waiting;
    }

    List<Overlooked> overlooked() {
        return overlooked;
    }

    /** @throws IOException if the folders cannot be looked into */
    void look() throws IOException {
        into(home.resolve("inbox"), true);
        into(home.resolve("trial"), false);
    }

    private void into(Path root, boolean inbox) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (operations.contains(name) && Files.isDirectory(entry)) {
                    intoFolder(entry, inbox);
                } else if (!OURS.contains(name) && NameKind.of(name) != NameKind.HIDDEN) {
                    overlook(entry, Files.isDirectory(entry) ? whyNoOperation(name) : texts.of("overlooked.no-folder"));
                }
            }
        }
    }

    private String whyNoOperation(String name) {
        if (known.contains(name)) {
            return texts.of("overlooked.not-enabled", "bitanswer.inbox.operations");
        }
        return texts.of(
                "overlooked.no-operation",
                Suggestion.near(name, operations)
                        .map(near -> texts.of("did-you-mean", near))
                        .orElse(""));
    }

    private void intoFolder(Path folder, boolean inbox) throws IOException {
        int seen = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (seen++ == MOST) {
                    return;
                }
                at(entry, inbox);
            }
        }
    }

    private void at(Path entry, boolean inbox) throws IOException {
        String name = entry.getFileName().toString();
        try {
            BasicFileAttributes file = Files.readAttributes(entry, BasicFileAttributes.class);
            if (file.isDirectory()) {
                if (!name.startsWith(".") && (inbox || !name.equals(OUT))) {
                    overlook(entry, texts.of("overlooked.folder"));
                }
            } else {
                file(entry, NameKind.of(name), file.lastModifiedTime().toInstant(), inbox);
            }
        } catch (NoSuchFileException takenMeanwhile) {
            // It is somebody's work by now.
        }
    }

    private void file(Path file, NameKind kind, Instant modified, boolean inbox) {
        switch (kind) {
            case TAKEN -> taken(file, modified, inbox);
            case LOCK -> overlook(file, texts.of("overlooked.lock"));
            case REPORT -> overlook(file, texts.of("overlooked.report"));
            case WORKBOOK -> overlook(file, texts.of("overlooked.workbook"));
            case PACKED -> overlook(file, texts.of("overlooked.packed"));
            case OTHER -> overlook(file, texts.of("overlooked.ending"));
            case TEMPORARY -> {
                if (modified.plus(LONG_FOR_A_TRANSFER).isBefore(now)) {
                    overlook(file, texts.of("overlooked.temporary"));
                }
            }
            case HIDDEN -> {
                // Its owner knows why it is hidden.
            }
        }
    }

    private void taken(Path file, Instant modified, boolean inbox) {
        if (!Files.isReadable(file)) {
            overlook(file, texts.of("overlooked.unreadable"));
        } else if (inbox) {
            Instant since = modified.isAfter(now) ? now : modified;
            waiting.add(new WaitingFile(
                    file.getParent().getFileName().toString(),
                    file.getFileName().toString(),
                    since,
                    since.plus(settle).isAfter(now)));
        }
    }

    private void overlook(Path entry, String reason) {
        String path = home.relativize(entry).toString().replace('\\', '/');
        overlooked.add(new Overlooked(Files.isDirectory(entry) ? path + "/" : path, reason));
    }
}
