package io.bitroutes.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.faults.Complaint.Kind;
import io.bitroutes.it.HomeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Looks all the time at the folders that people and other programs look at. Whatever is seen under a final name must be
 * whole at once: reports can be read, and files of records never change again.
 */
final class HomeWatch implements AutoCloseable {
    private static final List<String> FOLDERS = List.of("archive", "dead-letter");
    private static final long BETWEEN_LOOKS_MILLIS = 10;
    private static final JsonMapper JSON = new JsonMapper();

    private final Path root;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
    private final Map<Path, Object> known = new HashMap<>();
    private final Map<Path, byte[]> contents = new HashMap<>();
    private final List<Complaint> complaints = new ArrayList<>();

    private ScheduledFuture<?> looks;

    private HomeWatch(Path root) {
        this.root = root;
    }

    static HomeWatch of(HomeFolder home) {
        HomeWatch watch = new HomeWatch(home.root());
        watch.looks = watch.looking.scheduleWithFixedDelay(watch::look, 0, BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
        return watch;
    }

    /** What was seen half-written so far, this moment included. */
    synchronized List<Complaint> complaints() {
        if (looks.isDone()) {
            throw new IllegalStateException("the watch broke off");
        }
        look();
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }

    private synchronized void look() {
        for (String folder : FOLDERS) {
            if (Files.isDirectory(root.resolve(folder))) {
                look(root.resolve(folder));
            }
        }
    }

    private void look(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (!file.getFileName().toString().startsWith(".")) {
                        look(file, attributes);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void look(Path file, BasicFileAttributes attributes) throws IOException {
        List<Object> state = Arrays.asList(attributes.fileKey(), attributes.size(), attributes.lastModifiedTime());
        if (!state.equals(known.put(file, state))) {
            try {
                read(file, Files.readAllBytes(file));
            } catch (NoSuchFileException replacedMeanwhile) {
                known.remove(file);
            }
        }
    }

    private void read(Path file, byte[] content) {
        String name = file.getFileName().toString();
        if (name.endsWith(".json") && name.matches(".*\\.(receipt|error)\\.json")) {
            if (!isJson(content)) {
                complain(file, "is not whole JSON");
            }
        } else if (name.matches(".*\\.(receipt|error)\\.txt")) {
            if (content.length == 0) {
                complain(file, "is empty");
            }
        } else {
            byte[] before = contents.putIfAbsent(file, content);
            if (before != null && !Arrays.equals(before, content)) {
                complain(file, "had " + before.length + " bytes when it was first seen, then " + content.length);
            }
        }
    }

    private static boolean isJson(byte[] content) {
        try {
            return JSON.readTree(new String(content, StandardCharsets.UTF_8)).isObject();
        } catch (JsonProcessingException broken) {
            return false;
        }
    }

    private void complain(Path file, String what) {
        complaints.add(new Complaint(Kind.HALF_WRITTEN, root.relativize(file) + " " + what));
    }
}
