package io.bitroutes.job;

import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import io.bitroutes.batch.BatchCutter;
import io.bitroutes.batch.PreparedWriter;
import io.bitroutes.config.RowLimit;
import io.bitroutes.gate.Gate;
import io.bitroutes.ledger.Job;
import io.bitroutes.ledger.Job.State;
import io.bitroutes.ledger.JobLedger;
import io.bitroutes.ledger.OutcomeLedger;
import io.bitroutes.record.BrokenFileException;
import io.bitroutes.record.RecordFiles;
import io.bitroutes.record.RecordReader;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.time.Clock;

/** Reads a claimed file once and puts on disk what will be sent of it. Nothing leaves before all of it is known. */
public final class Preparation {
    private final Home home;
    private final JobLedger jobs;
    private final OutcomeLedger outcomes;
    private final Operations operations;
    private final RecordFiles files;
    private final Gate gate;
    private final int batchSize;
    private final RowLimit mostInvalid;
    private final Texts texts;
    private final Unreadable unreadable;
    private final Clock clock;

    /** Prepares with these parts. */
    public Preparation(
            Home home,
            JobLedger jobs,
            OutcomeLedger outcomes,
            Operations operations,
            RecordFiles files,
            Gate gate,
            int batchSize,
            RowLimit mostInvalid,
            Texts texts,
            Unreadable unreadable,
            Clock clock) {
        this.home = home;
        this.jobs = jobs;
        this.outcomes = outcomes;
        this.operations = operations;
        this.files = files;
        this.gate = gate;
        this.batchSize = batchSize;
        this.mostInvalid = mostInvalid;
        this.texts = texts;
        this.unreadable = unreadable;
        this.clock = clock;
    }

    /**
     * Prepares a job that is claimed; leaves any other as it is.
     *
     * @return the job as it is now: prepared, or refused whole
     * @throws IOException if the file cannot be read or the batches cannot be written; it can be prepared again, but not
     *     for ever: a file that cannot be read while the home is well is refused whole in the end
     * @throws io.bitroutes.gate.StoppingException if the program stops; likewise
     */
    public Job prepare(Job job) throws IOException {
        if (job.state() != State.CLAIMED) {
            return job;
        }
        jobs.started(job.id(), clock.instant());
        try {
            jobs.prepared(job.id(), facts(job));
        } catch (BrokenFileException e) {
            jobs.refused(job.id(), BrokenFile.of(e).write());
        } catch (IOException e) {
            refuseOrTryAgain(job, e);
        }
        unreadable.forget(job);
        return jobs.find(job.id()).orElseThrow();
    }

    private void refuseOrTryAgain(Job job, IOException failure) throws IOException {
        if (!unreadable.isGivenUp(job)) {
            throw failure;
        }
        String found = texts.of("prepare.unreadable", Words.of(failure));
        jobs.refused(job.id(), new BrokenFile(found, "", texts.of("prepare.unreadable.expected")).write());
    }

    private Job.Facts facts(Job job) throws IOException, BrokenFileException {
        Operation operation = operations.get(job.operation());
        try (RecordReader reader = files.open(home.original(job), job.name(), operation);
                PreparedWriter writer = new PreparedWriter(home.working(job))) {
            BatchCutter cutter = new BatchCutter(job.id(), operation, batchSize, writer);
            InvalidRows invalid = new InvalidRows(job.id(), outcomes, mostInvalid, texts);
            Pass pass = new Pass(reader, cutter, invalid, gate);
            pass.run();
            jobs.checkOwned(job.id());
            writer.finish();
            return new Job.Facts(
                    pass.rows(), pass.skipped(), pass.batches(), reader.sha256(), Formats.write(reader.format()));
        }
    }
}
