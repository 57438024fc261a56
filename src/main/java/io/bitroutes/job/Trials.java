package io.bitroutes.job;

import io.bitroutes.api.Operations;
import io.bitroutes.ledger.Job.Seen;
import io.bitroutes.record.BrokenFileException;
import io.bitroutes.text.Texts;
import java.io.File;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The inbox that sends nothing. A file is never claimed: what is in {@code working/} would be sent after a kill. It stays
 * where it is while it is read, and the last step moves it beside its reports; until then all of it can be done again.
 */
public final class Trials {
    private static final Logger LOG = LoggerFactory.getLogger(Trials.class);

    private final Home home;
    private final Operations operations;
    private final Trial trial;
    private final TrialReports reports;
    private final Path scratch;
    private final Texts texts;
    private final Clock clock;

    /**
     * @param scratch a local folder for notes, of nobody else's
     * @param server the host the records would go to, for the receipt
     */
    public Trials(
            Home home, Operations operations, Trial trial, Path scratch, String server, Texts texts, Clock clock) {
        this.home = home;
        this.operations = operations;
        this.trial = trial;
        this.reports = new TrialReports(home, trial.files(), server, new TrialText(texts, trial.mostInvalid()));
        this.scratch = scratch;
        this.texts = texts;
        this.clock = clock;
    }

    /** At start: what trials of an earlier run left half-written goes; their files are where they were dropped. */
    public void clear(Collection<String> ids) throws IOException {
        clear(ids, Instant.MAX);
    }

    /** The same beside other instances, who may be writing: only what nobody has written to for a day. */
    public void clearBeside(Collection<String> ids) throws IOException {
        clear(ids, clock.instant().minus(Sweep.NOBODYS));
    }

    private void clear(Collection<String> ids, Instant before) throws IOException {
        for (Path notes : WorkingFolders.children(scratch)) {
            WorkingFolders.delete(notes);
        }
        for (String id : ids) {
            for (Path report : WorkingFolders.children(home.tried(id))) {
                if (report.getFileName().toString().startsWith(".")) {
                    Sweep.deleteIfOlder(report, before);
                }
            }
        }
    }

    /**
     * Looks at a file in an operation's trial folder. One after another, whoever calls: each may need a few batches'
     * worth of memory.
     *
     * @throws IOException if it cannot be read or the reports cannot be written; it is still where it was
     * @throws io.bitroutes.gate.StoppingException if the program stops; likewise
     */
    public synchronized void check(File dropped) throws IOException {
        Path path = dropped.toPath();
        Instant now = clock.instant();
        TrialFile file = new TrialFile(
                JobId.at(now, home.zone()),
                operations.get(path.getParent().getFileName().toString()),
                path,
                now);
        try (TrialNotes notes = TrialNotes.in(scratch)) {
            check(file, notes);
        } catch (NoSuchFileException takenAwayByItsOwner) {
            LOG.debug("{} is gone", path);
        }
    }

    private void check(TrialFile file, TrialNotes notes) throws IOException {
        Seen before = Look.at(file.file());
        try {
            TrialResult result = trial.read(file, notes.ledger());
            if (isStill(file, before)) {
                reports.write(file, result, notes.ledger(), clock.instant());
                finish(file, texts.of("log.trial", result.rows(), result.bad(), result.batches()));
            }
        } catch (BrokenFileException e) {
            if (isStill(file, before)) {
                reports.write(file, e, clock.instant());
                finish(file, e.found());
            }
        }
    }

    /** What was read of a file that was being written to all the same says nothing; it settles and is read again. */
    private static boolean isStill(TrialFile file, Seen before) throws IOException {
        return Look.at(file.file()).equals(before);
    }

    private void finish(TrialFile file, String found) throws IOException {
        reports.moveOriginal(file);
        LOG.info("{}", texts.of("log.tried", file.operation().id(), file.name(), found, file.job()));
    }
}
