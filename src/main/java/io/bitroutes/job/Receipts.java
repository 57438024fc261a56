package io.bitroutes.job;

import io.bitroutes.batch.Verdict.Code;
import io.bitroutes.ledger.Job;
import io.bitroutes.ledger.JobLedger;
import io.bitroutes.ledger.OutcomeLedger;
import io.bitroutes.record.FileFormat;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Writes what became of a file, for programs and for people. */
final class Receipts {
    static final String RECEIPT = "receipt";

    private final Home home;
    private final JobLedger jobs;
    private final OutcomeLedger ledger;
    private final Returns returns;
    private final String server;
    private final Texts texts;

    /** @param server the host the records went to */
    Receipts(Home home, JobLedger jobs, OutcomeLedger ledger, Returns returns, String server, Texts texts) {
        this.home = home;
        this.jobs = jobs;
        this.ledger = ledger;
        this.returns = returns;
        this.server = server;
        this.texts = texts;
    }

    /**
     * Writes both receipts.
     *
     * @throws IllegalStateException if a row of the file is not accounted for
     */
    Receipt write(Job job, Instant finished) throws IOException {
        Receipt receipt = receipt(job, finished);
        if (!receipt.balances()) {
            throw new IllegalStateException("the rows of job " + job.id() + " do not add up: " + receipt);
        }
        ReportFiles.write(
                home.archive(job),
                OutputName.of(job),
                RECEIPT,
                receipt,
                receipt.text(texts),
                () -> jobs.checkOwned(job.id()));
        return receipt;
    }

    /** Why a file was refused whole, for programs and for people, beside it. */
    void writeError(Job job, Instant refused) throws IOException {
        BrokenFile broken = BrokenFile.read(job.broken().orElseThrow());
        ErrorReport report = new ErrorReport(
                job.id(),
                job.operation(),
                job.name(),
                broken.found(),
                broken.where(),
                broken.expected(),
                home.time(job.claimedAt()),
                home.time(refused));
        String text = texts.of("error.text", report.file(), report.found(), broken.place(texts), report.expected());
        Path returned = home.deadLetter(job).resolve(OutputName.of(job).original());
        boolean there = Files.exists(home.original(job)) || Files.exists(returned);
        String where = there ? texts.of("error.beside") : "";
        ReportFiles.write(
                home.deadLetter(job),
                OutputName.of(job),
                "error",
                report,
                text + where + texts.of("error.job", report.job()),
                () -> jobs.checkOwned(job.id()));
    }

    private Receipt receipt(Job job, Instant finished) {
        OutcomeLedger.Tally tally = ledger.tally(job.id());
        FileFormat format = Formats.read(job.facts().format());
        return new Receipt(
                job.id(),
                job.operation(),
                job.name(),
                job.facts().sha256(),
                server,
                format.charset(),
                format.delimiter().isEmpty() ? null : format.delimiter(),
                job.facts().rows(),
                tally.confirmed(),
                ReturnedFile.REJECTED.codes().stream().mapToLong(tally::of).sum(),
                tally.of(Code.UNKNOWN),
                tally.of(Code.NOT_SENT),
                job.facts().skipped(),
                tally.requests(),
                tally.retries(),
                home.time(job.claimedAt()),
                home.time(job.startedAt().orElse(job.claimedAt())),
                home.time(finished),
                returns.first(job).map(home::below).orElse(null),
                tally.of(Code.NOT_SENT) > 0 ? Receipt.STOPPED : Receipt.DONE);
    }
}
