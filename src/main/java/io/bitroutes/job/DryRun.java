package io.bitroutes.job;

import io.bitroutes.api.Operation;
import io.bitroutes.record.BrokenFileException;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/** A trial that is told instead of written: all that would become of a file, and nothing left behind. */
public final class DryRun {
    private final Trial trial;
    private final TrialText text;
    private final Texts texts;
    private final Path scratch;

    /** How a dry run ends. */
    public enum Ending {
        ALL_GOOD,
        SOME_BAD,
        BROKEN
    }

    /** @param scratch a local folder for notes, which are gone afterwards */
    public DryRun(Trial trial, Path scratch, Texts texts) {
        this.trial = trial;
        this.text = new TrialText(texts, trial.mostInvalid());
        this.texts = texts;
        this.scratch = scratch;
    }

    /**
     * Tells what would become of a file: the sums, then each bad row with its reason.
     *
     * @throws IOException if it cannot be read
     * @throws io.bitroutes.gate.StoppingException if the program stops
     */
    public Ending tell(Operation operation, Path file, Consumer<String> out) throws IOException {
        Instant now = Instant.now();
        TrialFile tried = new TrialFile(JobId.at(now, ZoneOffset.UTC), operation, file, now);
        try (TrialNotes notes = TrialNotes.in(scratch)) {
            TrialResult result = trial.read(tried, notes.ledger());
            out.accept(text.of(tried, result));
            new VerdictPages(notes.ledger(), tried.job(), ReturnedFile.REJECTED.codes())
                    .forEachRemaining(row -> out.accept(texts.of("prepare.row", row.row(), row.msg())));
            return result.bad() == 0 ? Ending.ALL_GOOD : Ending.SOME_BAD;
        } catch (BrokenFileException e) {
            out.accept(text.of(tried, e));
            return Ending.BROKEN;
        }
    }
}
