package io.bitroutes.job;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.batch.Verdict.Code;
import io.bitroutes.ledger.Job;
import io.bitroutes.ledger.OutcomeLedger;
import io.bitroutes.record.DurableFile;
import io.bitroutes.record.FileFormat;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Writes what became of a file, for programs and for people. */
final class Receipts {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Home home;
    private final OutcomeLedger ledger;
    private final Returns returns;
    private final String server;
    private final Texts texts;

    /** @param server the host the records went to */
    Receipts(Home home, OutcomeLedger ledger, Returns returns, String server, Texts texts) {
        this.home = home;
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
        OutputName name = OutputName.of(job);
        write(home.archive(job).resolve(name.report("receipt.json")), JSON.writeValueAsString(receipt) + "\n");
        write(home.archive(job).resolve(name.report("receipt.txt")), text(receipt));
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
                time(job.claimedAt()),
                time(refused));
        OutputName name = OutputName.of(job);
        write(home.deadLetter(job).resolve(name.report("error.json")), JSON.writeValueAsString(report) + "\n");
        write(
                home.deadLetter(job).resolve(name.report("error.txt")),
                texts.of("error.text", report.file(), report.found(), report.where(), report.expected(), report.job()));
    }

    private record ErrorReport(
            String job,
            String operation,
            String file,
            String found,
            String where,
            String expected,
            String claimedAt,
            String refusedAt) {}

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
                time(job.claimedAt()),
                time(job.startedAt().orElse(job.claimedAt())),
                time(finished),
                returns.first(job).map(this::belowHome).orElse(null),
                "done");
    }

    private String text(Receipt receipt) {
        String sums = texts.of(
                "receipt.text",
                receipt.file(),
                receipt.operation(),
                receipt.rows(),
                receipt.confirmed(),
                receipt.rejected(),
                receipt.unknown(),
                receipt.notSent(),
                receipt.skipped(),
                receipt.requests(),
                receipt.claimedAt(),
                receipt.finishedAt(),
                receipt.server(),
                receipt.job());
        return receipt.deadLetter() == null ? sums : sums + texts.of("receipt.returned", receipt.deadLetter());
    }

    private String belowHome(Path file) {
        return home.root().relativize(file).toString().replace('\\', '/');
    }

    private String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.MILLIS).atZone(home.zone()));
    }

    private static void write(Path target, String content) throws IOException {
        try (DurableFile file = DurableFile.create(target)) {
            file.stream().write(content.getBytes(StandardCharsets.UTF_8));
            file.publish();
        }
    }
}
