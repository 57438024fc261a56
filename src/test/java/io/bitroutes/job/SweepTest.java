package io.bitroutes.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SweepTest extends JobTestBase {

    @Test
    void whatKilledImportsAndLooksAtDisksHaveLeftGoesAfterADay() throws IOException {
        Path inbox = home.inbox(UPDATE.id());
        Path state = folder.resolve("state");
        Instant old = clock.instant().minus(Duration.ofDays(1)).minusSeconds(1);
        Path copy = file(inbox, ".import-123.tmp", old);
        Path test = file(home.root(), ".bitanswer-0f.tmp", old);
        Path other = file(state, ".bitanswer-0e.tmp", old);
        Path template = file(Files.createDirectories(home.templates()), ".customers.update.csv.0f.part", old);
        Path young = file(inbox, ".import-124.tmp", old.plusSeconds(2));
        Path foreign = file(inbox, ".upload.tmp", old);
        Path dropped = file(inbox, "a.csv", old);

        new Sweep(home, state, clock).run();

        assertThat(copy).doesNotExist();
        assertThat(test).doesNotExist();
        assertThat(other).doesNotExist();
        assertThat(template).doesNotExist();
        assertThat(young).exists();
        assertThat(foreign).exists();
        assertThat(dropped).exists();
        assertThat(home.marker()).exists();
    }

    @Test
    void theNamesAreThoseThatAreWritten() throws IOException {
        Path source = Files.writeString(folder.resolve("source.csv"), "name\n");

        try (Drop drop = Drop.copy(source, UPDATE.id(), home)) {
            assertThat(drop).isNotNull();
            clock.goOn(
                    Duration.between(clock.instant(), Instant.now()).plusDays(1).plusSeconds(1));
            new Sweep(home, folder.resolve("state"), clock).run();
            assertThat(WorkingFolders.children(home.inbox(UPDATE.id()))).isEmpty();
        }
    }

    private static Path file(Path folder, String name, Instant modified) throws IOException {
        return Files.setLastModifiedTime(Files.writeString(folder.resolve(name), "x"), FileTime.from(modified));
    }
}
