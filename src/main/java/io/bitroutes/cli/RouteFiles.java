package io.bitroutes.cli;

import io.bitroutes.config.JarFolder;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the routes come from: one source only, so that nobody edits a file that is not the one that runs. */
final class RouteFiles {
    private static final Logger LOG = LoggerFactory.getLogger(RouteFiles.class);
    private static final String FILES = "*.camel.yaml";

    private RouteFiles() {}

    /**
     * The pattern by which Camel finds them: the configured folder, else {@code routes/} beside the jar, else one above it,
     * else the copy in the jar.
     *
     * @throws IOException if the configured folder has no routes
     */
    static String pattern(Optional<Path> configured, Texts texts) throws IOException {
        if (configured.isPresent() && !hasRoutes(configured.get())) {
            throw new IOException(texts.of("start.no-routes-in", configured.get(), FILES));
        }
        return (configured.isPresent() ? configured : besideTheProgram())
                .map(folder -> "file:" + folder.toAbsolutePath().normalize() + "/" + FILES)
                .orElse("classpath:routes/" + FILES);
    }

    private static Optional<Path> besideTheProgram() {
        return JarFolder.ofThisProgram().stream()
                .flatMap(folder -> Stream.of(folder.resolve("routes"), folder.resolveSibling("routes")))
                .filter(RouteFiles::hasRoutes)
                .findFirst();
    }

    private static boolean hasRoutes(Path folder) {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.anyMatch(file -> file.getFileName().toString().endsWith(FILES.substring(1)));
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read: {}", folder, unreadable.getMessage());
            return false;
        }
    }
}
