package io.bitroutes.cli;

import io.bitroutes.config.LedgerSettings;
import io.bitroutes.gate.Gate;
import io.bitroutes.job.Drop.Dropped;
import io.bitroutes.ledger.Job;
import io.bitroutes.ledger.Job.State;
import io.bitroutes.ledger.JobLedger;
import io.bitroutes.ledger.LedgerDatabase;
import io.bitroutes.ledger.LedgerException;
import io.bitroutes.ledger.OutageLedger;
import io.bitroutes.ledger.OutcomeLedger;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Follows a dropped file through the ledger of whoever works it, without touching anything. */
final class ImportWatch {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final LedgerSettings ledger;
    private final Path state;
    private final Worker worker;
    private final Gate gate;
    private final Progress progress;
    private final Texts texts;
    private String lastSaid = "";

    /**
     * @param ledger where the ledger is
     * @param state its folder, if it is in no database
     * @param worker who works the file
     * @param gate ends the watch when it is told to stop
     */
    ImportWatch(LedgerSettings ledger, Path state, Worker worker, Gate gate, Progress progress, Texts texts) {
        this.ledger = ledger;
        this.state = state;
        this.worker = worker;
        this.gate = gate;
        this.progress = progress;
        this.texts = texts;
    }

    /**
     * Returns when nothing of the job is left to do.
     *
     * @throws IOException if the worker is gone
     * @throws io.bitroutes.gate.StoppingException when the program is told to end
     */
    Job untilDone(Dropped dropped) throws IOException {
        for (; ; pause()) {
            try (LedgerDatabase database = opened()) {
                return untilDone(dropped, database);
            } catch (LedgerException e) {
                say(texts.of("import.ledger", e.getMessage()));
            }
        }
    }

    private LedgerDatabase opened() throws IOException {
        Optional<LedgerDatabase> database = LedgerDatabase.readOnly(ledger, state);
        while (database.isEmpty()) {
            pause();
            database = LedgerDatabase.readOnly(ledger, state);
        }
        return database.get();
    }

    /** Says a line, unless it was the last one said. */
    void say(String line) {
        if (!line.equals(lastSaid)) {
            lastSaid = line;
            progress.say(line);
        }
    }

    /** Waits a little. */
    void pause() throws IOException {
        gate.pause(BETWEEN_LOOKS);
        worker.check();
    }

    private Job untilDone(Dropped dropped, LedgerDatabase database) throws IOException {
        JobLedger jobs = new JobLedger(database);
        for (; ; pause()) {
            Optional<Job> job = jobs.find(dropped.operation(), dropped.name(), dropped.seen(), dropped.from());
            job.ifPresent(found -> showRows(found, new OutcomeLedger(database)));
            if (job.isPresent() && job.get().state() == State.DONE) {
                progress.end();
                return job.get();
            }
            say(new OutageLedger(database)
                    .read()
                    .map(outage -> texts.of("import.outage", outage.reason()))
                    .orElseGet(() -> step(job, jobs)));
        }
    }

    private String step(Optional<Job> job, JobLedger jobs) {
        if (job.isEmpty()) {
            return texts.of("import.waits");
        }
        return switch (job.get().state()) {
            case CLAIMING, CLAIMED -> beforeSending(job.get(), jobs);
            case PREPARED ->
                texts.of(
                        "import.sends",
                        job.get().facts().rows(),
                        job.get().facts().batches());
            default -> texts.of("import.closes");
        };
    }

    private String beforeSending(Job job, JobLedger jobs) {
        return jobs.oldest(job.resource())
                .filter(oldest -> !oldest.id().equals(job.id()))
                .map(older -> texts.of("import.waits-for-job", older.name(), older.operation(), older.id()))
                .orElseGet(() -> texts.of("import.reads"));
    }

    /** A file that is small is worked between two looks; the end is shown all the same. */
    private void showRows(Job job, OutcomeLedger outcomes) {
        long rows = job.facts().rows();
        switch (job.state()) {
            case PREPARED -> progress.at(job.facts().skipped() + judged(outcomes.tally(job.id())), rows);
            case RETURNED, RECEIPTED, ARCHIVED -> progress.at(rows, rows);
            case DONE -> {
                if (job.broken().isEmpty()) {
                    progress.at(rows, rows);
                }
            }
            default -> {
                // Nothing is known of its rows yet.
            }
        }
    }

    private static long judged(OutcomeLedger.Tally tally) {
        return tally.confirmed()
                + tally.codes().values().stream().mapToLong(Long::longValue).sum();
    }
}
