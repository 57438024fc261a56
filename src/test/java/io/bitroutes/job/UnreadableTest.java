package io.bitroutes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.batch.Outcome;
import io.bitroutes.batch.Verdict;
import io.bitroutes.batch.Verdict.Code;
import io.bitroutes.config.DataSize;
import io.bitroutes.config.RowLimit;
import io.bitroutes.job.Disks.Disk;
import io.bitroutes.ledger.Job;
import io.bitroutes.ledger.Job.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Files that cannot be read any more hold the others of their resource up for a while, not for ever. */
class UnreadableTest extends JobTestBase {
    private static final String ERROR = "dead-letter/customers.update/a." + JOB + ".error.txt";

    @Test
    void aFileThatIsGoneIsRefusedTheThirdTime() throws IOException {
        Job job = claimed("a.csv", "name\na\n");
        Files.delete(home.original(job));
        assertThat(new Jobs(home, jobs, claims, gate, disks, clock).next("customers"))
                .isEqualTo(job);
        failToPrepare(job, 2);

        Job refused = preparation.prepare(job);
        settlement.refuse(refused);
        settlement.finish(refused);

        assertThat(refused.state()).isEqualTo(State.REFUSED);
        assertThat(files().get(ERROR))
                .contains(
                        "What is wrong   the file cannot be read, three times over: " + home.original(job)
                                + ": not there\n",
                        "What to do      find out what became of it, and of the disk or share it lay on; then drop it"
                                + " again\n\nJob " + JOB + "\n")
                .doesNotContain("lies beside");
        assertThat(job().state()).isEqualTo(State.DONE);
    }

    @Test
    void whatFailsWhileTheHomeIsAwayDoesNotCount() throws IOException {
        Job job = claimed("a.csv", "name\na\n");
        Disk disk = new Disk("home-disk", home.root(), Optional.of(home.marker()));
        Disks disks = new Disks(List.of(disk), new DataSize(0), gate.troubles(), TEXTS);
        unreadable = new Unreadable(home, disks);
        preparation = preparation(new RowLimit(10, 10));
        Files.move(home.original(job), folder.resolve("away"));
        Files.move(home.marker(), folder.resolve("marker"));
        failToPrepare(job, 5);

        Files.move(folder.resolve("marker"), home.marker());
        Files.move(folder.resolve("away"), home.original(job));
        disks.look();

        assertThat(preparation.prepare(job).state()).isEqualTo(State.PREPARED);
    }

    @Test
    void whatIsNotTheFilesFaultDoesNotCount() throws IOException {
        Job job = claimed("a.csv", "name\na\n");
        Files.createDirectories(home.working(job).resolve(".prepared").resolve("in the way"));

        failToPrepare(job, 5);

        assertThat(job().state()).isEqualTo(State.CLAIMED);
    }

    @Test
    void aFileLostWhileItWasSentIsSettledWithoutItsRows() throws IOException {
        Job job = preparation.prepare(claimed("a.csv", "name\na\nb\n"));
        outcomes.done(new Outcome(JOB, 1, 1, List.of(new Verdict(3, Code.REFUSED, "7", "no \"b\"", "f00d")), 3, 0));
        Files.delete(home.original(job));
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> settlement.giveBack(job)).isInstanceOf(NoSuchFileException.class);
        }

        settlement.giveBack(job);
        settlement.writeReceipt(job());
        settlement.archive(job());
        settlement.finish(job());

        assertThat(files().get("dead-letter/customers.update/a." + JOB + ".rejected.csv"))
                .isEqualTo("""
                        \uFEFF"_row","_code","_status","_msg","_request"
                        "3","REFUSED","7","no ""b""\","f00d"
                        """);
        assertThat(job().state()).isEqualTo(State.DONE);
    }

    private void failToPrepare(Job job, int times) {
        for (int time = 0; time < times; time++) {
            assertThatThrownBy(() -> preparation.prepare(job)).isInstanceOf(IOException.class);
        }
    }
}
