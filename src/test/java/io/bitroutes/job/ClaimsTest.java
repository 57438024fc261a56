package io.bitroutes.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.Crew;
import io.bitroutes.ledger.Job;
import io.bitroutes.ledger.Job.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClaimsTest extends JobTestBase {

    @Test
    void aSettledFileMovesToItsJob() throws IOException {
        Path file = drop("客户.csv", "name\na\n");

        assertThat(claim(file)).isTrue();

        Job job = jobs.in(State.CLAIMED).get(0);
        assertThat(job.id()).matches("20261122-101505-[0-9a-f]{8}");
        assertThat(job.operation()).isEqualTo("customers.update");
        assertThat(job.resource()).isEqualTo("customers");
        assertThat(job.name()).isEqualTo("客户.csv");
        assertThat(job.readyAt()).isEqualTo(clock.instant());
        assertThat(home.original(job)).hasContent("name\na\n");
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatMayStillGrowStays() throws IOException {
        Path file = drop("a.csv", "name\n");

        assertThat(claims.claim(UPDATE, file)).isFalse();

        assertThat(file).exists();
        assertThat(jobs.in(State.CLAIMED)).isEmpty();
    }

    @Test
    void inAnOutageNothingIsTaken() throws IOException {
        Path file = drop("a.csv", "name\n");
        gate.close("no answer");
        assertThat(claim(file)).isFalse();

        gate.open();
        assertThat(claim(file)).isTrue();
    }

    @Test
    void whileStoppingNothingIsTaken() throws IOException {
        gate.stop();

        assertThat(claim(drop("a.csv", "name\n"))).isFalse();
    }

    @Test
    void aFileThatIsGoneIsNotTaken() throws IOException {
        Path file = drop("a.csv", "name\n");
        claims.claim(UPDATE, file);
        Files.delete(file);
        clock.goOn(SETTLE);

        assertThat(claims.claim(UPDATE, file)).isFalse();
        assertThat(jobs.waiting()).isZero();
    }

    @Test
    void theSameNameCanBeDroppedAgain() throws IOException {
        claim(drop("a.csv", "name\na\n"));
        claim(drop("a.csv", "name\nb\n"));

        assertThat(jobs.in(State.CLAIMED)).hasSize(2).map(Job::name).containsOnly("a.csv");
        assertThat(files().values()).contains("name\na\n", "name\nb\n");
    }

    @Test
    void ofTwoClaimersOneWins() throws Exception {
        List<Claims> claimers = List.of(claims(), claims());
        for (int round = 0; round < 20; round++) {
            Path file = drop("f" + round + ".csv", "name\n" + round + "\n");
            for (Claims claimer : claimers) {
                claimer.claim(UPDATE, file);
            }
            clock.goOn(SETTLE);

            assertThat(claimTogether(claimers, file)).containsExactlyInAnyOrder(true, false);
        }

        assertThat(jobs.in(State.CLAIMED)).hasSize(20);
        assertThat(jobs.in(State.CLAIMING)).isEmpty();
        assertThat(WorkingFolders.children(home.working().resolve(UPDATE.id()))).hasSize(20);
    }

    @Test
    void whatStillChangesAfterTheRenameSettlesAgain() throws IOException {
        Job job = claimed("a.csv", "name\na\n");
        Files.writeString(home.original(job), "name\na\nb\n");

        claims.arrived(JOB, home.original(job), job.seen());

        assertThat(job().seen()).isEqualTo(Look.at(home.original(job)));
        assertThat(job().readyAt()).isEqualTo(clock.instant().plus(SETTLE));
    }

    private static List<Boolean> claimTogether(List<Claims> claimers, Path file) throws Exception {
        CyclicBarrier together = new CyclicBarrier(claimers.size());
        try (Crew crew = new Crew()) {
            List<CompletableFuture<Boolean>> claims = claimers.stream()
                    .map(claimer -> crew.call(() -> {
                        together.await(5, TimeUnit.SECONDS);
                        return claimer.claim(UPDATE, file);
                    }))
                    .toList();
            return List.of(claims.get(0).get(5, TimeUnit.SECONDS), claims.get(1).get(5, TimeUnit.SECONDS));
        }
    }
}
