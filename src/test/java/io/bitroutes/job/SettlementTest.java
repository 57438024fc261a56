package io.bitroutes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.batch.Outcome;
import io.bitroutes.batch.Verdict;
import io.bitroutes.batch.Verdict.Code;
import io.bitroutes.ledger.Job;
import io.bitroutes.ledger.Job.State;
import io.bitroutes.ledger.LostRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SettlementTest extends JobTestBase {
    private static final String CONTENT = "name,city\na,上海\n,bad\nb,x\nc,y\n";

    /** The steps, and what the ledger said before each of them. */
    enum Step {
        GIVE_BACK(State.PREPARED) {
            @Override
            void run(Settlement settlement, Job job) throws IOException {
                settlement.giveBack(job);
            }
        },
        RECEIPT(State.RETURNED) {
            @Override
            void run(Settlement settlement, Job job) throws IOException {
                settlement.writeReceipt(job);
            }
        },
        ARCHIVE(State.RECEIPTED) {
            @Override
            void run(Settlement settlement, Job job) throws IOException {
                settlement.archive(job);
            }
        },
        FINISH(State.ARCHIVED) {
            @Override
            void run(Settlement settlement, Job job) throws IOException {
                settlement.finish(job);
            }
        };

        private final State before;

        Step(State before) {
            this.before = before;
        }

        abstract void run(Settlement settlement, Job job) throws IOException;
    }

    @Test
    void everythingEndsInItsPlace() throws IOException {
        settle(workedThrough());

        assertThat(files().keySet())
                .containsExactly(
                        ".bitanswer-home",
                        "archive/customers.update/2026-11-22/a." + JOB + ".csv",
                        "archive/customers.update/2026-11-22/a." + JOB + ".receipt.json",
                        "archive/customers.update/2026-11-22/a." + JOB + ".receipt.txt",
                        "dead-letter/customers.update/a." + JOB + ".rejected.csv",
                        "dead-letter/customers.update/a." + JOB + ".unknown.csv");
        assertThat(files().get("archive/customers.update/2026-11-22/a." + JOB + ".csv"))
                .isEqualTo(CONTENT);
        assertThat(job().state()).isEqualTo(State.DONE);
        assertThat(home.working(job())).doesNotExist();
    }

    @Test
    void rowsComeBackAsTheyCameWithTheReasonInFront() throws IOException {
        settle(workedThrough());

        assertThat(files().get("dead-letter/customers.update/a." + JOB + ".rejected.csv"))
                .isEqualTo("\uFEFF" + """
                        _row,_code,_status,_msg,_request,name,city
                        3,INVALID,,"'name' is empty, but required",,,bad
                        4,REFUSED,1007,no,f00d,b,x
                        """);
        assertThat(files().get("dead-letter/customers.update/a." + JOB + ".unknown.csv"))
                .isEqualTo("\uFEFF_row,_code,_status,_msg,_request,name,city\n5,UNKNOWN,,,beef,c,y\n");
    }

    @ParameterizedTest
    @EnumSource
    void aKillAfterAStepChangesNothing(Step last) throws IOException {
        SortedMap<String, String> expected = undisturbed();
        Job job = workedThrough();
        runTo(last, job);

        settle(job());

        assertThat(files()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FINISH")
    void aKillWithinAStepBeforeItIsRecordedChangesNothing(Step last) throws IOException {
        SortedMap<String, String> expected = undisturbed();
        Job job = workedThrough();
        runTo(last, job);
        jobs.settled(JOB, last.before);

        settle(job());

        assertThat(files()).isEqualTo(expected);
        assertThat(job().state()).isEqualTo(State.DONE);
    }

    @Test
    void aKillWhileTheFolderGoesIsMendedAtTheNextStart() throws IOException {
        SortedMap<String, String> expected = undisturbed();
        Job job = workedThrough();
        settle(job);
        Files.createDirectories(home.working(job));
        Files.writeString(home.working(job).resolve("prepared"), "end\n");

        new Recovery(home, OPERATIONS, jobs, claims, TEXTS, clock).recover();

        assertThat(files()).isEqualTo(expected);
    }

    @Test
    void aHalfWrittenFileOfAKilledRunIsOverwritten() throws IOException {
        SortedMap<String, String> expected = undisturbed();
        Job job = workedThrough();
        Files.createDirectories(home.deadLetter(job));
        Files.writeString(home.deadLetter(job).resolve(".a." + JOB + ".rejected.csv"), "half");

        settle(job);

        assertThat(files()).isEqualTo(expected);
    }

    @Test
    void anOriginalThatIsNowhereClosesNoJob() throws IOException {
        Job job = workedThrough();
        runTo(Step.RECEIPT, job);
        Files.delete(home.original(job));

        assertThatThrownBy(() -> settlement.archive(job())).isInstanceOf(NoSuchFileException.class);

        assertThat(job().state()).isEqualTo(State.RECEIPTED);
    }

    @Test
    void rowsThatDoNotAddUpCloseNoJob() throws IOException {
        Job job = preparation.prepare(claimed("a.csv", CONTENT));
        outcomes.done(new Outcome(JOB, 1, 1, List.of(), 1, 0));
        outcomes.done(new Outcome(JOB, 2, 1, List.of(), 1, 0));
        settlement.giveBack(job);

        assertThatThrownBy(() -> settlement.writeReceipt(job))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the rows of job " + JOB + " do not add up: ");

        assertThat(job().state()).isEqualTo(State.RETURNED);
        assertThat(home.archive(job)).doesNotExist();
    }

    @Test
    void aJobIsWorkedThroughWhenAllBatchesHaveAnOutcome() throws IOException {
        Job job = preparation.prepare(claimed("a.csv", CONTENT));
        assertThat(settlement.isWorkedThrough(job)).isFalse();
        outcomes.done(new Outcome(JOB, 1, 2, List.of(), 1, 0));
        outcomes.isolating(JOB, 2);
        assertThat(settlement.isWorkedThrough(job)).isFalse();

        outcomes.done(new Outcome(JOB, 2, 1, List.of(), 1, 0));

        assertThat(settlement.isWorkedThrough(job)).isTrue();
    }

    @Test
    void aFileRefusedWholeComesBackWithTheReason() throws IOException {
        Job job = preparation.prepare(claimed("a.csv", "name\na\"\n\"b\n"));

        settlement.refuse(job);
        settlement.refuse(job);
        settlement.finish(job);

        assertThat(files().keySet())
                .containsExactly(
                        ".bitanswer-home",
                        "dead-letter/customers.update/a." + JOB + ".csv",
                        "dead-letter/customers.update/a." + JOB + ".error.json",
                        "dead-letter/customers.update/a." + JOB + ".error.txt");
    }

    private SortedMap<String, String> undisturbed() throws IOException {
        Path elsewhere = folder.resolve("undisturbed");
        Job job = workedThrough();
        settle(job);
        SortedMap<String, String> files = files();
        Files.move(home.root(), elsewhere);
        LostRow.of(JOB, database);
        home.create(List.of(UPDATE.id()));
        return files;
    }

    /** Four rows: one confirmed, one invalid, one refused, one unknown. */
    private Job workedThrough() throws IOException {
        Job job = preparation.prepare(claimed("a.csv", CONTENT));
        Verdict refused = new Verdict(4, Code.REFUSED, "1007", "no", "f00d");
        outcomes.done(new Outcome(JOB, 1, 1, List.of(refused), 3, 0));
        outcomes.done(new Outcome(JOB, 2, 0, List.of(new Verdict(5, Code.UNKNOWN, "", "", "beef")), 1, 2));
        return job;
    }

    private void settle(Job job) throws IOException {
        runTo(Step.FINISH, job);
    }

    /** As the route does: every step gets the job as it was when its turn began. */
    private void runTo(Step last, Job job) throws IOException {
        for (Step step : Step.values()) {
            if (step.compareTo(last) <= 0) {
                step.run(settlement, job);
            }
        }
    }
}
