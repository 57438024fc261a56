package io.bitroutes.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.batch.Outcome;
import io.bitroutes.batch.Verdict;
import io.bitroutes.batch.Verdict.Code;
import io.bitroutes.ledger.Job;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The exact receipts: other programs rely on names, order and form. */
class ReceiptsTest extends JobTestBase {
    @Test
    void theReceiptForPrograms() throws IOException {
        Job job = receipted();

        assertThat(report(job, "receipt.json"))
                .hasContent("""
                {
                  "job" : "20261122-101500-0000abcd",
                  "operation" : "customers.update",
                  "file" : "客户.csv",
                  "sha256" : "%s",
                  "server" : "api.example",
                  "charset" : "UTF-8",
                  "delimiter" : ",",
                  "rows" : 3,
                  "confirmed" : 1,
                  "rejected" : 1,
                  "unknown" : 1,
                  "notSent" : 0,
                  "skipped" : 0,
                  "requests" : 4,
                  "retries" : 2,
                  "claimedAt" : "2026-11-22T10:15:00.000+08:00",
                  "startedAt" : "2026-11-22T10:15:00.000+08:00",
                  "finishedAt" : "2026-11-22T10:16:30.500+08:00",
                  "deadLetter" : "dead-letter/customers.update/客户.20261122-101500-0000abcd.rejected.csv",
                  "state" : "done"
                }
                """.formatted(job.facts().sha256()));
    }

    @Test
    void theReceiptForPeople() throws IOException {
        assertThat(report(receipted(), "receipt.txt")).hasContent("""
                        File       客户.csv
                        Operation  customers.update

                        Rows       3
                        Confirmed  1
                        Rejected   1
                        Unknown    1
                        Not sent   0
                        Skipped    0
                        Requests   4

                        Claimed    2026-11-22T10:15:00.000+08:00
                        Finished   2026-11-22T10:16:30.500+08:00
                        Server     api.example
                        Job        20261122-101500-0000abcd

                        The rows that came back are in \
                        dead-letter/customers.update/客户.20261122-101500-0000abcd.rejected.csv.
                        The columns that start with _ say why. Mend the rows and drop that file into the same inbox folder.
                        """);
    }

    @Test
    void aReceiptOfAStoppedJobSaysSo() throws IOException {
        Job job = preparation.prepare(claimed("客户.csv", "name\na\nb\nc\n"));
        Verdict refused = new Verdict(2, Code.REFUSED, "1007", "no", "f00d");
        outcomes.done(new Outcome(JOB, 1, 1, List.of(refused), 3, 0));
        outcomes.done(new Outcome(JOB, 2, 0, List.of(Verdict.notSent(4, "not sent")), 0, 0));

        settlement.giveBack(job);
        settlement.writeReceipt(job);

        assertThat(report(job, "receipt.json"))
                .content()
                .contains("\"notSent\" : 1,", "\"state\" : \"stopped\"", ".rejected.csv\"");
        assertThat(report(job, "receipt.txt"))
                .content()
                .contains("Not sent   1\n", "\nStopped: too many records came back, so the rest was not sent.");
        assertThat(home.deadLetter(job).resolve("客户." + JOB + ".not-sent.csv"))
                .hasContent("\uFEFF_row,_code,_status,_msg,_request,name\n4,NOT_SENT,,not sent,,c\n");
    }

    @Test
    void withoutReturnedRowsThereIsNoDeadLetter() throws IOException {
        Job job = preparation.prepare(claimed("客户.csv", "name\na\n"));
        outcomes.done(new Outcome(JOB, 1, 1, List.of(), 1, 0));

        settlement.writeReceipt(job);

        assertThat(report(job, "receipt.json")).content().contains("\"deadLetter\" : null");
        assertThat(report(job, "receipt.txt")).content().endsWith("Job        " + JOB + "\n");
    }

    @Test
    void theReasonOfARefusalForProgramsAndForPeople() throws IOException {
        Job job = preparation.prepare(claimed("客户.csv", "name,城市,城市\na,b,c\n"));

        settlement.refuse(job);

        Path folder = home.deadLetter(job);
        assertThat(folder.resolve("客户." + JOB + ".error.json")).hasContent("""
                        {
                          "job" : "20261122-101500-0000abcd",
                          "operation" : "customers.update",
                          "file" : "客户.csv",
                          "found" : "the columns '城市' and '城市' mean the same field",
                          "where" : "row 1",
                          "expected" : "each column once",
                          "claimedAt" : "2026-11-22T10:15:00.000+08:00",
                          "refusedAt" : "2026-11-22T10:15:00.000+08:00"
                        }
                        """);
        assertThat(folder.resolve("客户." + JOB + ".error.txt")).hasContent("""
                        The file 客户.csv was not accepted. Nothing of it was sent.

                        What is wrong   the columns '城市' and '城市' mean the same field
                        Where           row 1
                        What to do      each column once

                        The file lies beside this note. Mend it and drop it into the same inbox folder.
                        Job 20261122-101500-0000abcd
                        """);
    }

    @Test
    void aRefusalWithoutAPlaceIsOfTheWholeFile() throws IOException {
        Job job = preparation.prepare(claimed("empty.csv", ""));

        settlement.refuse(job);

        Path note = home.deadLetter(job).resolve("empty." + JOB + ".error.txt");
        assertThat(note).content().contains("Where           the file as a whole\n");
    }

    /** Three rows: confirmed, refused, unknown. */
    private Job receipted() throws IOException {
        Job job = preparation.prepare(claimed("客户.csv", "name,city\na,x\nb,x\nc,x\n"));
        Verdict refused = new Verdict(3, Code.REFUSED, "1007", "no", "f00d");
        outcomes.done(new Outcome(JOB, 1, 1, List.of(refused), 3, 0));
        outcomes.done(new Outcome(JOB, 2, 0, List.of(new Verdict(4, Code.UNKNOWN, "", "", "beef")), 1, 2));
        clock.goOn(Duration.ofMillis(90_500));
        settlement.writeReceipt(job);
        return job;
    }

    private Path report(Job job, String suffix) {
        return home.archive(job).resolve("客户." + JOB + "." + suffix);
    }
}
