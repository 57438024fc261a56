package io.bitroutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoutesConventionTest {
    private static final Path ROUTES = Path.of("routes");

    @Test
    void thereAreRoutes() throws IOException {
        assertThat(files()).as("files in " + ROUTES.toAbsolutePath()).isNotEmpty();
    }

    @Test
    void everyRouteFileKeepsTheConventions() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path file : files()) {
            broken.addAll(RouteConventions.broken(file.getFileName().toString(), Files.readString(file)));
        }

        assertThat(broken).isEmpty();
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(ROUTES)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
