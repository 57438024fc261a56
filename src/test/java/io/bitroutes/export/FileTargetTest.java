package io.bitroutes.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTargetTest {
    private final Texts texts = Texts.in("en");

    @TempDir
    private Path folder;

    @Test
    void aFileIsSeenWhenItIsWhole() throws IOException, ExportException {
        Path file = Files.writeString(folder.resolve("a.csv"), "old");

        try (ExportTarget target = FileTarget.create(file, texts)) {
            target.stream().write("new".getBytes(StandardCharsets.UTF_8));
            assertThat(file).hasContent("old");
            target.publish();
            assertThat(file).hasContent("new");
        }
        assertThat(names()).containsExactly("a.csv");
    }

    @Test
    void whatIsNotPublishedLeavesNothingBehind() throws IOException, ExportException {
        try (ExportTarget target = FileTarget.create(folder.resolve("a.csv"), texts)) {
            target.stream().write(1);
            assertThat(names()).allMatch(name -> name.matches("\\.a\\.csv\\.[0-9a-f]{8}\\.part"));
        }
        assertThat(names()).isEmpty();
    }

    @Test
    void twoAtATimeDoNotMix() throws IOException, ExportException {
        Path file = folder.resolve("a.csv");
        try (ExportTarget one = FileTarget.create(file, texts);
                ExportTarget other = FileTarget.create(file, texts)) {
            one.stream().write('1');
            other.stream().write('2');
            other.publish();
            assertThat(file).hasContent("2");
            one.publish();
            assertThat(file).hasContent("1");
        }
    }

    @Test
    void namesThatNoFileCanHave() {
        Path lost = folder.resolve("lost").resolve("a.csv");

        assertThatThrownBy(() -> FileTarget.create(lost, texts))
                .isInstanceOf(ExportException.class)
                .hasMessage("the folder of " + lost + " does not exist");
        assertThatThrownBy(() -> FileTarget.create(folder, texts))
                .isInstanceOf(ExportException.class)
                .hasMessage(folder + " is not a file; for standard output write --to -");
        assertThat(lost.getParent()).doesNotExist();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
