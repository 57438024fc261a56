package io.bitroutes.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.ledger.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JobsTest extends JobTestBase {

    @Test
    void theOldestJobIsNext() throws IOException {
        Job job = claimed("a.csv", "name\n");

        assertThat(next()).isEqualTo(job);
        assertThat(new Jobs(home, jobs, claims, gate, disks, clock).next("products"))
                .isNull();
    }

    @Test
    void whileStoppingThereIsNone() throws IOException {
        claimed("a.csv", "name\n");
        gate.stop();

        assertThat(next()).isNull();
    }

    @Test
    void aJobThatChangedSettlesFirst() throws IOException {
        Job job = claimed("a.csv", "name\n");
        Files.writeString(home.original(job), "name\na\n");

        assertThat(next()).isNull();
        clock.goOn(SETTLE.minusMillis(1));
        assertThat(next()).isNull();
        clock.goOn(Duration.ofMillis(1));
        assertThat(next()).isEqualTo(job());
    }

    private Job next() throws IOException {
        return new Jobs(home, jobs, claims, gate, disks, clock).next("customers");
    }
}
