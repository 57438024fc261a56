package io.bitroutes.job;

import io.bitroutes.ledger.Job;
import io.bitroutes.ledger.JobLedger;
import io.bitroutes.ledger.OutcomeLedger;
import io.bitroutes.record.DurableFile;
import io.bitroutes.record.FileFormat;
import io.bitroutes.record.RecordFiles;
import io.bitroutes.record.ReturnedRow;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

/** Gives rows back in the form in which they came, with the reason in front. */
final class Returns {
    private final Home home;
    private final JobLedger jobs;
    private final OutcomeLedger ledger;
    private final RecordFiles files;

    Returns(Home home, JobLedger jobs, OutcomeLedger ledger, RecordFiles files) {
        this.home = home;
        this.jobs = jobs;
        this.ledger = ledger;
        this.files = files;
    }

    /** Writes the files that are called for; one that is already there is whole. */
    void write(Job job) throws IOException {
        FileFormat format = format(job);
        write(job, (rows, target) -> files.copyReturned(home.original(job), format, rows, target));
    }

    /** The same for a file that is lost: only why each of its rows would come back. */
    void writeReasons(Job job) throws IOException {
        FileFormat.Kind kind = format(job).kind();
        write(job, (rows, target) -> files.writeReasons(kind, rows, target));
    }

    private void write(Job job, Writing writing) throws IOException {
        for (ReturnedFile kind : ReturnedFile.ALL) {
            if (isCalledFor(job, kind) && Files.notExists(path(job, kind))) {
                write(job, kind, writing);
            }
        }
    }

    /** How rows come into a file. */
    private interface Writing {
        void write(Iterator<ReturnedRow> rows, OutputStream target) throws IOException;
    }

    /** The most important of the files that are called for. */
    Optional<Path> first(Job job) {
        return ReturnedFile.ALL.stream()
                .filter(kind -> isCalledFor(job, kind))
                .map(kind -> path(job, kind))
                .findFirst();
    }

    private boolean isCalledFor(Job job, ReturnedFile kind) {
        return new VerdictPages(ledger, job.id(), kind.codes()).hasNext();
    }

    private static FileFormat format(Job job) {
        return Formats.read(job.facts().format());
    }

    private Path path(Job job, ReturnedFile kind) {
        return home.deadLetter(job)
                .resolve(OutputName.of(job).returned(kind.suffix(), format(job).kind()));
    }

    private void write(Job job, ReturnedFile kind, Writing writing) throws IOException {
        try (DurableFile target = DurableFile.create(path(job, kind))) {
            writing.write(new VerdictPages(ledger, job.id(), kind.codes()), target.stream());
            jobs.checkOwned(job.id());
            target.publish();
        }
    }
}
