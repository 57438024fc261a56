package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Looks at a share all the time, as its readers may at any moment: what has a name is whole. Every file of records has
 * one content, since nobody changes what is exported.
 */
final class ShareWatch implements AutoCloseable {
    private static final long BETWEEN_LOOKS_MILLIS = 10;
    private static final String MANIFEST = ".manifest.json";
    private static final JsonMapper JSON = new JsonMapper();

    private final Path share;
    private final byte[] content;
    private final List<String> complaints = new ArrayList<>();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> looks;

    ShareWatch(Path share, byte[] content) {
        this.share = share;
        this.content = content;
        looks = looking.scheduleWithFixedDelay(this::look, 0, BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void look() {
        for (Path file : files()) {
            try {
                byte[] seen = Files.readAllBytes(file);
                boolean whole =
                        isManifest(file) ? JSON.readTree(seen).path("rows").isNumber() : Arrays.equals(seen, content);
                if (!whole) {
                    complaints.add(file + " was seen with " + seen.length + " bytes");
                }
            } catch (NoSuchFileException renamed) {
                // older ones are removed
            } catch (IOException e) {
                complaints.add(file + " was seen and cannot be read: " + e);
            }
        }
    }

    /** The files of records and their manifests. */
    private List<Path> files() {
        try (Stream<Path> all = Files.list(share)) {
            return all.filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> !file.toString().endsWith(".FAILED.txt"))
                    .sorted()
                    .toList();
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static boolean isManifest(Path file) {
        return file.toString().endsWith(MANIFEST);
    }

    /** Nothing half-written was seen, and what is there now is whole. */
    synchronized void assertWhole() {
        assertThat(looks.isDone()).as("the watch broke off").isFalse();
        look();
        assertThat(complaints).isEmpty();
    }

    /** The same, and every file has its manifest, and nothing else is there. */
    synchronized void assertWell() throws Exception {
        assertWhole();
        try (Stream<Path> all = Files.list(share)) {
            assertThat(all.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".part")))
                    .isEmpty();
        }
        for (Path file : files()) {
            if (!isManifest(file) && !file.toString().contains("-latest")) {
                JsonNode manifest =
                        JSON.readTree(Files.readAllBytes(file.resolveSibling(file.getFileName() + MANIFEST)));
                assertThat(manifest.path("sha256").asText())
                        .isEqualTo(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
            }
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
