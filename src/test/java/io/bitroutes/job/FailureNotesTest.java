package io.bitroutes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bitroutes.config.DataSize;
import io.bitroutes.gate.Troubles.Effect;
import io.bitroutes.gate.Troubles.Trouble;
import io.bitroutes.job.Disks.Disk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FailureNotesTest extends JobTestBase {
    private final IOException failure = new IOException("No space left on device");

    @Test
    void whatFailsIsATroubleUntilItWorks() {
        FailureNotes notes = new FailureNotes(gate.troubles(), disks, TEXTS);
        notes.failed("work-customers", new IllegalStateException("outer", failure));
        notes.failed("work-customers", new IOException("another"));

        assertThat(gate.troubles().all())
                .extracting(Trouble::source, Trouble::reason, Trouble::effect)
                .containsExactly(tuple(
                        "work-customers",
                        "work-customers fails and is tried again until it works: another",
                        Effect.SAID));

        notes.worked("work-products");
        assertThat(gate.troubles().all()).hasSize(1);
        notes.worked("work-customers");
        assertThat(gate.troubles().all()).isEmpty();
    }

    @Test
    void whatIsTheDisksFaultIsSaidOfTheDisk() {
        Path gone = folder.resolve("gone");
        Disks broken = new Disks(
                List.of(new Disk("home-disk", gone, Optional.empty())), new DataSize(0), gate.troubles(), TEXTS);
        FailureNotes notes = new FailureNotes(gate.troubles(), broken, TEXTS);

        notes.failed("work-customers", failure);

        assertThat(gate.troubles().all()).extracting(Trouble::source).containsExactly("home-disk");
        assertThat(gate.takesIn()).isFalse();
    }
}
