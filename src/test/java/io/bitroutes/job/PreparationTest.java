package io.bitroutes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bitroutes.Crew;
import io.bitroutes.batch.Verdict;
import io.bitroutes.config.RowLimit;
import io.bitroutes.gate.StoppingException;
import io.bitroutes.ledger.Job;
import io.bitroutes.ledger.Job.State;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PreparationTest extends JobTestBase {
    private static final String TWO_BATCHES_ONE_BAD = "name,city\na,上海\n,x\nb,\nc,y\n";

    @Test
    void whatWillBeSentIsOnDiskBeforeAnythingIsSent() throws IOException {
        Job job = preparation.prepare(claimed("a.csv", TWO_BATCHES_ONE_BAD));

        assertThat(job.state()).isEqualTo(State.PREPARED);
        assertThat(job.startedAt()).contains(clock.instant());
        assertThat(job.facts().rows()).isEqualTo(4);
        assertThat(job.facts().batches()).isEqualTo(2);
        assertThat(job.facts().skipped()).isZero();
        assertThat(job.facts().sha256()).hasSize(64);
        assertThat(Files.readAllLines(home.working(job).resolve("prepared")))
                .contains("[{\"name\":\"a\",\"city\":\"上海\"},{\"name\":\"b\"}]", "[{\"name\":\"c\",\"city\":\"y\"}]");
        assertThat(invalid()).containsExactly(Verdict.invalid(3, "'name' is empty, but required"));
    }

    @Test
    void theFormOfTheFileIsKept() throws IOException {
        byte[] chinese = "客户名;城市\r\n甲;上海\r\n乙;北京\r\n".getBytes(Charset.forName("GB18030"));

        Job job = preparation.prepare(claimed(UPDATE, "a.csv", chinese));

        assertThat(Formats.read(job.facts().format()))
                .hasToString("FileFormat[kind=CSV, charset=GB18030, byteOrderMark=false, delimiter=;, lineEnd=\r\n,"
                        + " gzip=false]");
    }

    @Test
    void inheritedItemsAreSkippedAndCounted() throws IOException {
        byte[] items = "sn,name,value,source\nA,x,1,sn\nA,y,2,product\n".getBytes(Charset.forName("UTF-8"));

        Job job = preparation.prepare(claimed(OPERATIONS.get("datas.upsert"), "a.csv", items));

        assertThat(job.facts().rows()).isEqualTo(2);
        assertThat(job.facts().skipped()).isEqualTo(1);
    }

    @Test
    void aBrokenFileIsRefusedWhole() throws IOException {
        Job job = preparation.prepare(claimed("a.csv", "name,city\na,b\nc,\"d\n"));

        assertThat(job.state()).isEqualTo(State.REFUSED);
        BrokenFile broken = BrokenFile.read(job.broken().orElseThrow());
        assertThat(broken.found()).isEqualTo("a quote (\") is opened here and not closed up to the end of the file");
        assertThat(broken.where()).isEqualTo("row 3");
        assertThat(broken.expected()).isEqualTo("close the quote; a quote inside a quoted cell is written twice");
        assertThat(home.working(job).resolve("prepared")).doesNotExist();
    }

    @Test
    void tooManyBadRowsRefuseTheFile() throws IOException {
        Job job = preparation.prepare(claimed("a.csv", bad(10) + good(89)));

        assertThat(job.state()).isEqualTo(State.REFUSED);
        BrokenFile broken = BrokenFile.read(job.broken().orElseThrow());
        assertThat(broken.found()).isEqualTo("10 of 99 rows cannot be sent; nothing of the file was sent");
        assertThat(broken.where()).startsWith("row 2: 'name' is empty, but required; row 3: ");
        assertThat(broken.expected())
                .isEqualTo("at most 10% bad rows (bitanswer.max-invalid); mend the file and drop it again");
        assertThat(home.working(job).resolve("prepared")).doesNotExist();
    }

    @Test
    void asManyBadRowsAsAllowedAreNoted() throws IOException {
        Job job = preparation.prepare(claimed("a.csv", bad(10) + good(90)));

        assertThat(job.state()).isEqualTo(State.PREPARED);
        assertThat(invalid()).hasSize(10);
    }

    @Test
    void fewBadRowsNeverRefuseASmallFile() throws IOException {
        assertThat(preparation.prepare(claimed("a.csv", bad(9))).state()).isEqualTo(State.PREPARED);
    }

    @Test
    void fromTenThousandBadRowsOnTheRestIsNotRead() throws IOException {
        Job job = preparation.prepare(claimed("a.csv", bad(10_005)));

        assertThat(BrokenFile.read(job.broken().orElseThrow()).found()).startsWith("10000 of 10000 rows");
    }

    @Test
    void aNumberOfBadRowsCanBeTheLimit() throws IOException {
        preparation = preparation(new RowLimit(0, 3));

        Job job = preparation.prepare(claimed("a.csv", bad(3) + good(100)));

        assertThat(BrokenFile.read(job.broken().orElseThrow()).expected()).startsWith("at most 2 bad rows");
    }

    @Test
    void whoIsStoppedInTheMiddleLeavesTheJobClaimed() throws Exception {
        Job job = claimed("a.csv", "name,city\n" + good(300_000));
        Path half = home.working(job).resolve(".prepared");
        try (Crew crew = new Crew()) {
            CompletableFuture<Job> preparing = crew.call(() -> preparation.prepare(job));
            await().atMost(Duration.ofSeconds(10)).until(() -> Files.exists(half) && Files.size(half) > 0);
            gate.stop();

            assertThatThrownBy(() -> preparing.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(StoppingException.class);
        }

        assertThat(job().state()).isEqualTo(State.CLAIMED);
        assertThat(WorkingFolders.children(home.working(job))).containsExactly(home.original(job));
    }

    @Test
    void aSecondAttemptDoesNotDoubleBadRows() throws IOException {
        Job job = claimed("a.csv", TWO_BATCHES_ONE_BAD);
        jobs.started(JOB, clock.instant());
        outcomes.invalid(JOB, List.of(Verdict.invalid(3, "noted by an attempt that was killed")));

        preparation.prepare(job);

        assertThat(invalid()).containsExactly(Verdict.invalid(3, "'name' is empty, but required"));
    }

    @Test
    void aJobThatIsFurtherIsLeftAsItIs() throws IOException {
        Job prepared = preparation.prepare(claimed("a.csv", TWO_BATCHES_ONE_BAD));

        assertThat(preparation.prepare(prepared)).isSameAs(prepared);
    }

    private List<Verdict> invalid() {
        return outcomes.verdicts(JOB, EnumSet.of(Verdict.Code.INVALID), Long.MIN_VALUE, 100);
    }

    private static String bad(int rows) {
        return "name,city\n" + ",x\n".repeat(rows);
    }

    private static String good(int rows) {
        return IntStream.range(0, rows).mapToObj(row -> "n" + row + ",x\n").collect(Collectors.joining());
    }
}
