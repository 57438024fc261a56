package io.bitroutes.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of two that write the same file, as a frozen process and the one that took over, the later one counts. */
class DurableFileTest {
    @TempDir
    Path folder;

    private Path target;

    @BeforeEach
    void name() {
        target = folder.resolve("rows.csv");
    }

    @Test
    void whoWakesUpLaterChangesNothingOfWhatIsPublished() throws IOException {
        try (DurableFile frozen = begun("half of ")) {
            frozen.stream().flush();
            publish("all of the rows");
            write(frozen, "something else, and longer than that");

            assertThatThrownBy(frozen::publish).isInstanceOf(FileSystemException.class);
        }
        assertThat(target).hasContent("all of the rows");
        assertThat(folder).isDirectoryNotContaining("glob:**.rows.csv");
    }

    @Test
    void whoWakesUpEarlierPublishesNothingHalfWritten() throws IOException {
        DurableFile frozen = begun("all of the rows");
        try (DurableFile other = begun("all of ")) {
            other.stream().flush();

            assertThatThrownBy(frozen::publish).isInstanceOf(FileSystemException.class);
            frozen.close();
            assertThat(target).doesNotExist();

            write(other, "the rows");
            other.publish();
        }
        assertThat(target).hasContent("all of the rows");
    }

    @Test
    void whatIsNotPublishedLeavesNothing() throws IOException {
        begun("half of ").close();

        assertThat(folder).isEmptyDirectory();
    }

    private DurableFile begun(String content) throws IOException {
        DurableFile file = DurableFile.create(target);
        write(file, content);
        return file;
    }

    private void publish(String content) throws IOException {
        try (DurableFile file = begun(content)) {
            file.publish();
        }
    }

    private static void write(DurableFile file, String content) throws IOException {
        file.stream().write(content.getBytes(StandardCharsets.UTF_8));
    }
}
