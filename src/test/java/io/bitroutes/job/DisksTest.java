package io.bitroutes.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.config.DataSize;
import io.bitroutes.gate.Troubles;
import io.bitroutes.gate.Troubles.Trouble;
import io.bitroutes.job.Disks.Disk;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisksTest {
    private static final DataSize NO_LIMIT = new DataSize(0);
    private static final DataSize MORE_THAN_THERE_IS = new DataSize(Long.MAX_VALUE / 2);

    @TempDir
    Path folder;

    private final Troubles troubles = new Troubles();

    @Test
    void aFolderOnADiskWithRoom() {
        Disks disks = disks(NO_LIMIT);

        assertThat(disks.haveRoom()).isTrue();
        assertThat(disks.canBeWritten()).isTrue();
        assertThat(troubles.all()).isEmpty();
    }

    @Test
    void withTooLittleRoomNothingIsBegunButWhatIsBegunGoesOn() {
        Disks disks = disks(MORE_THAN_THERE_IS);

        assertThat(disks.haveRoom()).isFalse();
        assertThat(disks.canBeWritten()).isTrue();
        assertThat(reasons())
                .containsExactly(
                        folder + " has less than " + MORE_THAN_THERE_IS + " free (bitanswer.min-free). Nothing is"
                                + " lost: nothing new is taken, and it goes on by itself when there is room again.");
        assertThat(troubles.stopIntake()).isTrue();
    }

    @Test
    void aFolderThatIsGoneAndComesBack() throws IOException {
        Disks disks = disks(NO_LIMIT);
        Files.delete(folder.resolve("marker"));
        disks.look();
        assertThat(disks.canBeWritten()).isFalse();
        assertThat(reasons())
                .containsExactly(folder + " cannot be used: it is empty, as if it was not mounted. Nothing is lost:"
                        + " nothing new is taken, and it goes on by itself when it can be written to again.");

        Files.createFile(folder.resolve("marker"));
        disks.look();
        assertThat(disks.canBeWritten()).isTrue();
        assertThat(troubles.all()).isEmpty();
    }

    @Test
    void aSuspicionIsTriedAndLeavesNothingBehind() throws IOException {
        Disks disks = disks(NO_LIMIT);
        disks.suspect();

        assertThat(disks.canBeWritten()).isTrue();
        try (var content = Files.list(folder)) {
            assertThat(content).containsExactly(folder.resolve("marker"));
        }
    }

    @Test
    void twoDisksHaveTroublesOfTheirOwn() throws IOException {
        marker();
        Path gone = folder.resolve("gone");
        Disks disks = new Disks(
                List.of(new Disk("a", folder, Optional.empty()), new Disk("b", gone, Optional.empty())),
                NO_LIMIT,
                troubles,
                Texts.in("en"));

        assertThat(disks.canBeWritten()).isFalse();
        assertThat(troubles.all()).extracting(Trouble::source).containsExactly("b");
        assertThat(reasons().get(0)).startsWith(gone + " cannot be used: " + gone + ": not there.");
    }

    private Disks disks(DataSize minFree) {
        marker();
        Disk disk = new Disk("home-disk", folder, Optional.of(folder.resolve("marker")));
        return new Disks(List.of(disk), minFree, troubles, Texts.in("en"));
    }

    private void marker() {
        try {
            Files.createFile(folder.resolve("marker"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> reasons() {
        return troubles.all().stream().map(Trouble::reason).toList();
    }
}
