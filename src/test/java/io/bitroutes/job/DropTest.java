package io.bitroutes.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.job.Drop.Dropped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropTest {
    private static final String UPDATE = "customers.update";

    @TempDir
    private Path folder;

    private Home home;
    private Path file;

    @BeforeEach
    void make() throws IOException {
        home = new Home(folder.resolve("home"), ZoneOffset.UTC);
        home.create(List.of(UPDATE));
        file = Files.writeString(folder.resolve("a.csv"), "name\nA\n");
    }

    @Test
    void isHiddenUntilItIsWhole() throws IOException {
        try (Drop drop = Drop.copy(file, UPDATE, home)) {
            assertThat(names()).hasSize(1).allMatch(name -> !InboxNames.isTaken(name));

            Dropped dropped = drop.attempt().orElseThrow();

            assertThat(names()).containsExactly("a.csv");
            assertThat(dropped.name()).isEqualTo("a.csv");
            assertThat(dropped.operation()).isEqualTo(UPDATE);
            assertThat(dropped.seen()).isEqualTo(Look.at(home.inbox(UPDATE).resolve("a.csv")));
        }
        assertThat(names()).containsExactly("a.csv");
        assertThat(file).hasContent("name\nA\n");
    }

    @Test
    void fileOfTheSameNameIsNotOverwritten() throws IOException {
        Path other = Files.writeString(home.inbox(UPDATE).resolve("a.csv"), "other");
        try (Drop drop = Drop.copy(file, UPDATE, home)) {
            assertThat(drop.attempt()).isEqualTo(Optional.empty());
            assertThat(other).hasContent("other");

            Files.delete(other);

            assertThat(drop.attempt()).isPresent();
            assertThat(other).hasContent("name\nA\n");
        }
    }

    @Test
    void whatWasNotDroppedLeavesNothingBehind() throws IOException {
        Drop.copy(file, UPDATE, home).close();

        assertThat(names()).isEmpty();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(home.inbox(UPDATE))) {
            return files.map(path -> path.getFileName().toString()).toList();
        }
    }
}
