package io.bitroutes.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.ledger.Job;
import io.bitroutes.ledger.Job.State;
import io.bitroutes.ledger.LostRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecoveryTest extends JobTestBase {

    @Test
    void aClaimWhoseFileMovedIsFinished() throws IOException {
        Path file = drop("a.csv", "name\n");
        jobs.claiming(JOB, UPDATE.id(), UPDATE.resource(), "a.csv", Look.at(file), clock.instant());
        Files.createDirectories(home.working(UPDATE.id(), JOB));
        Files.move(file, home.original(job()));

        recover();

        assertThat(job().state()).isEqualTo(State.CLAIMED);
        assertThat(job().readyAt()).isEqualTo(clock.instant());
    }

    @Test
    void aClaimWhoseFileStayedIsVoid() throws IOException {
        Path file = drop("a.csv", "name\n");
        jobs.claiming(JOB, UPDATE.id(), UPDATE.resource(), "a.csv", Look.at(file), clock.instant());

        recover();

        assertThat(jobs.find(JOB)).isEmpty();
        assertThat(file).exists();
        assertThat(claim(file)).isTrue();
    }

    @Test
    void aFileWithoutAJobIsAdoptedUnderItsOwnId() throws IOException {
        claimed("客户.csv", "name\n");
        Files.writeString(home.working(job()).resolve(".prepared"), "half");
        LostRow.of(JOB, database);

        recover();

        Job job = job();
        assertThat(job.state()).isEqualTo(State.CLAIMED);
        assertThat(job.operation()).isEqualTo(UPDATE.id());
        assertThat(job.resource()).isEqualTo("customers");
        assertThat(job.name()).isEqualTo("客户.csv");
        assertThat(home.original(job)).hasContent("name\n");
    }

    @Test
    void theFolderOfADoneJobGoes() throws IOException {
        Job job = claimed("a.csv", "name\n");
        jobs.settled(JOB, State.DONE);

        recover();

        assertThat(home.working(job)).doesNotExist();
        assertThat(job().state()).isEqualTo(State.DONE);
    }

    @Test
    void theFolderOfALiveJobStays() throws IOException {
        Job job = claimed("a.csv", "name\n");

        recover();

        assertThat(home.original(job)).exists();
        assertThat(job()).isEqualTo(job);
    }

    @Test
    void whatCannotBeAdoptedIsLeftAlone() throws IOException {
        Path noJob = Files.createDirectories(home.working(UPDATE.id(), "notes"));
        Files.writeString(noJob.resolve("a.csv"), "name\n");
        Path noOperation = Files.createDirectories(home.working("customers.unknown", JOB));
        Files.writeString(noOperation.resolve("a.csv"), "name\n");
        Path noFile = Files.createDirectories(home.working(UPDATE.id(), "20261122-101500-0000ffff"));
        Files.writeString(noFile.resolve("prepared"), "end\n");

        recover();

        assertThat(files()).hasSize(4);
        assertThat(jobs.waiting()).isZero();
    }

    @Test
    void theEmptyFolderOfAClaimThatWasKilledGoes() throws IOException {
        Path empty = Files.createDirectories(home.working(UPDATE.id(), JOB));
        Path file = drop("a.csv", "name\n");
        jobs.claiming(JOB, UPDATE.id(), UPDATE.resource(), "a.csv", Look.at(file), clock.instant());

        recover();

        assertThat(empty).doesNotExist();
        assertThat(jobs.find(JOB)).isEmpty();
        assertThat(file).exists();
    }

    @Test
    void aSecondRecoveryChangesNothing() throws IOException {
        claimed("a.csv", "name\n");
        LostRow.of(JOB, database);
        recover();
        Job first = job();

        recover();

        assertThat(job()).isEqualTo(first);
    }

    private void recover() throws IOException {
        new Recovery(home, OPERATIONS, jobs, claims, TEXTS, clock).recover();
    }

    @Test
    void theClaimOfAnotherInstanceIsTakenUpOnceItIsOlderThanALease() throws IOException {
        Duration lease = Duration.ofSeconds(30);
        Job claimed = claimed("a.csv", "name\n");
        LostRow.of(JOB, database);
        jobs.claiming(JOB, claimed.operation(), claimed.resource(), claimed.name(), claimed.seen(), clock.instant());

        recoverBeside(lease);
        assertThat(job().state()).isEqualTo(Job.State.CLAIMING);
        clock.goOn(lease.plusMillis(1));
        recoverBeside(lease);
        assertThat(job().state()).isEqualTo(Job.State.CLAIMED);
    }

    private void recoverBeside(Duration lease) throws IOException {
        new Recovery(home, OPERATIONS, jobs, claims, TEXTS, clock).recoverBeside(lease);
    }
}
