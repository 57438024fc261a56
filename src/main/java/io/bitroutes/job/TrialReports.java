package io.bitroutes.job;

import io.bitroutes.ledger.OutcomeLedger;
import io.bitroutes.record.BrokenFileException;
import io.bitroutes.record.DurableFile;
import io.bitroutes.record.RecordFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** Leaves what a trial has found where its file was dropped. The file itself comes last: until then all is done again. */
final class TrialReports {
    private static final String ERROR = "trial.error";
    private static final String RECEIPT = "trial.receipt";
    private static final String REJECTED = "trial.rejected";
    private static final String STATE = "trial";

    private final Home home;
    private final RecordFiles files;
    private final String server;
    private final TrialText text;

    /** @param server the host the records would go to */
    TrialReports(Home home, RecordFiles files, String server, TrialText text) {
        this.home = home;
        this.files = files;
        this.server = server;
        this.text = text;
    }

    void write(TrialFile file, TrialResult result, OutcomeLedger notes, Instant finished) throws IOException {
        Path rejected = folder(file)
                .resolve(name(file).returned(REJECTED, result.format().kind()));
        String deadLetter = result.bad() == 0 ? null : home.below(rejected);
        if (deadLetter != null) {
            copyRejected(file, result, notes, rejected);
        }
        String forPeople = text.of(file, result) + (deadLetter == null ? "" : text.returned(deadLetter));
        ReportFiles.write(
                folder(file), name(file), RECEIPT, receipt(file, result, deadLetter, finished), forPeople, () -> {});
    }

    void write(TrialFile file, BrokenFileException broken, Instant finished) throws IOException {
        ErrorReport report = new ErrorReport(
                file.job(),
                file.operation().id(),
                file.name(),
                broken.found(),
                broken.where(),
                broken.expected(),
                home.time(file.begun()),
                home.time(finished));
        ReportFiles.write(folder(file), name(file), ERROR, report, text.of(file, broken), () -> {});
    }

    void moveOriginal(TrialFile file) throws IOException {
        DurableFile.move(file.file(), folder(file).resolve(name(file).tried()));
    }

    private void copyRejected(TrialFile file, TrialResult result, OutcomeLedger notes, Path rejected)
            throws IOException {
        try (DurableFile target = DurableFile.create(rejected)) {
            files.copyReturned(
                    file.file(),
                    result.format(),
                    new VerdictPages(notes, file.job(), ReturnedFile.REJECTED.codes()),
                    target.stream());
            target.publish();
        }
    }

    private Receipt receipt(TrialFile file, TrialResult result, String deadLetter, Instant finished) {
        String delimiter = result.format().delimiter();
        return new Receipt(
                file.job(),
                file.operation().id(),
                file.name(),
                result.sha256(),
                server,
                result.format().charset(),
                delimiter.isEmpty() ? null : delimiter,
                result.rows(),
                0,
                result.bad(),
                0,
                result.good(),
                result.skipped(),
                0,
                0,
                home.time(file.begun()),
                home.time(file.begun()),
                home.time(finished),
                deadLetter,
                STATE);
    }

    private Path folder(TrialFile file) {
        return home.tried(file.operation().id());
    }

    private static OutputName name(TrialFile file) {
        return OutputName.of(file.name(), file.job());
    }
}
