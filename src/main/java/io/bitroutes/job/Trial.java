package io.bitroutes.job;

import io.bitroutes.batch.BatchCutter;
import io.bitroutes.batch.Verdict.Code;
import io.bitroutes.config.RowLimit;
import io.bitroutes.gate.Gate;
import io.bitroutes.ledger.OutcomeLedger;
import io.bitroutes.record.BrokenFileException;
import io.bitroutes.record.RecordFiles;
import io.bitroutes.record.RecordReader;
import io.bitroutes.text.Texts;
import java.io.IOException;

/** Reads a file as it is read before sending, and sends nothing. Safe for threads. */
public final class Trial {
    private final RecordFiles files;
    private final Gate gate;
    private final int batchSize;
    private final RowLimit mostInvalid;
    private final Texts texts;

    /** Only an order to stop at the gate counts; an outage does not. */
    public Trial(RecordFiles files, Gate gate, int batchSize, RowLimit mostInvalid, Texts texts) {
        this.files = files;
        this.gate = gate;
        this.batchSize = batchSize;
        this.mostInvalid = mostInvalid;
        this.texts = texts;
    }

    /** All bad rows are noted, also where they are so many that the file would be refused whole. */
    TrialResult read(TrialFile file, OutcomeLedger notes) throws IOException, BrokenFileException {
        try (RecordReader reader = files.open(file.file(), file.name(), file.operation())) {
            BatchCutter cutter = BatchCutter.counting(file.job(), file.operation(), batchSize);
            Pass pass = new Pass(reader, cutter, new InvalidRows(file.job(), notes, RowLimit.NONE, texts), gate);
            pass.run();
            long bad = notes.tally(file.job()).of(Code.INVALID);
            long good = pass.rows() - bad - pass.skipped();
            return new TrialResult(
                    good,
                    bad,
                    pass.skipped(),
                    pass.batches(),
                    file.operation().batched() ? pass.batches() : good,
                    mostInvalid.exceeded(bad, pass.rows()),
                    reader.sha256(),
                    reader.format());
        }
    }

    RecordFiles files() {
        return files;
    }

    RowLimit mostInvalid() {
        return mostInvalid;
    }
}
