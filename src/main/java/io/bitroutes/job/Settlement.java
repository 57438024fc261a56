package io.bitroutes.job;

import io.bitroutes.batch.Verdict.Code;
import io.bitroutes.ledger.Job;
import io.bitroutes.ledger.Job.State;
import io.bitroutes.ledger.JobLedger;
import io.bitroutes.ledger.OutcomeLedger;
import io.bitroutes.record.DurableFile;
import io.bitroutes.record.RecordFiles;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a job: rows that come back, receipt, original to the archive, done. Each step is recorded and can be taken again
 * after a kill; the steps of a job whose batches are not all through are left for later.
 */
public final class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final Home home;
    private final JobLedger jobs;
    private final OutcomeLedger outcomes;
    private final Returns returns;
    private final Receipts receipts;
    private final Texts texts;
    private final JobWatch watch;
    private final Unreadable unreadable;
    private final OldJobs oldJobs;
    private final Clock clock;

    /** @param server the host the records go to, for the receipt */
    public Settlement(
            Home home,
            JobLedger jobs,
            OutcomeLedger outcomes,
            RecordFiles files,
            String server,
            Texts texts,
            JobWatch watch,
            Unreadable unreadable,
            Clock clock) {
        this.home = home;
        this.jobs = jobs;
        this.outcomes = outcomes;
        this.returns = new Returns(home, jobs, outcomes, files);
        this.receipts = new Receipts(home, jobs, outcomes, returns, server, texts);
        this.texts = texts;
        this.watch = watch;
        this.unreadable = unreadable;
        this.oldJobs = new OldJobs(home, jobs, clock);
        this.clock = clock;
    }

    /** Whether every batch of a prepared job has its outcome. */
    public boolean isWorkedThrough(Job job) {
        return job.state() != State.PREPARED
                || outcomes.doneBatches(job.id()).size() == job.facts().batches();
    }

    /** The rows that are not confirmed go back, in the form in which they came. */
    public void giveBack(Job job) throws IOException {
        if (job.state() == State.PREPARED) {
            returnRows(job);
            jobs.settled(job.id(), State.RETURNED);
        }
    }

    private void returnRows(Job job) throws IOException {
        try {
            returns.write(job);
        } catch (IOException e) {
            if (!unreadable.isGivenUp(job)) {
                throw e;
            }
            returns.writeReasons(job);
        }
    }

    /** The receipt, for programs and for people. */
    public void writeReceipt(Job job) throws IOException {
        if (job.state() == State.PREPARED || job.state() == State.RETURNED) {
            Receipt receipt = receipts.write(job, clock.instant());
            watch.done(job, outcomes.tally(job.id()).of(Code.INVALID));
            jobs.settled(job.id(), State.RECEIPTED);
            log(job, receipt);
        }
    }

    private void log(Job job, Receipt receipt) {
        String line = texts.of(
                "log.done",
                job.operation(),
                job.name(),
                receipt.rows(),
                receipt.confirmed(),
                receipt.rejected(),
                receipt.unknown(),
                receipt.requests(),
                job.id());
        if (receipt.hasStopped()) {
            LOG.warn("{}", texts.of("log.stopped", line, receipt.notSent()));
        } else {
            LOG.info("{}", line);
        }
    }

    /** The original goes to the archive. */
    public void archive(Job job) throws IOException {
        try {
            moveOriginal(job, home.archive(job));
        } catch (IOException e) {
            if (!unreadable.isGivenUp(job)) {
                throw e;
            }
            LOG.warn("{}", texts.of("log.original-lost", job.operation(), job.name(), Words.of(e), job.id()));
        }
        jobs.settled(job.id(), State.ARCHIVED);
    }

    /** A file refused whole goes back, with the reason beside it. */
    public void refuse(Job job) throws IOException {
        receipts.writeError(job, clock.instant());
        if (Files.exists(home.original(job)) || !home.isThere()) {
            moveOriginal(job, home.deadLetter(job));
        }
        watch.refused(job);
        BrokenFile broken = BrokenFile.read(job.broken().orElseThrow());
        LOG.warn("{}", texts.of("log.refused", job.operation(), job.name(), broken.found(), job.id()));
    }

    /** Nothing of the job is left to do; what is done for long is forgotten. */
    public void finish(Job job) throws IOException {
        jobs.settled(job.id(), State.DONE);
        WorkingFolders.delete(home.working(job));
        unreadable.forget(job);
        oldJobs.prune();
    }

    /** @throws IOException if it cannot be moved, or is neither here nor there, as on a share that is not mounted */
    private void moveOriginal(Job job, Path folder) throws IOException {
        Path target = folder.resolve(OutputName.of(job).original());
        if (Files.exists(home.original(job)) || Files.notExists(target)) {
            DurableFile.move(home.original(job), target);
        }
    }
}
