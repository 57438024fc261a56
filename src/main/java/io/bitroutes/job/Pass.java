package io.bitroutes.job;

import io.bitroutes.batch.BatchCutter;
import io.bitroutes.gate.Gate;
import io.bitroutes.gate.StoppingException;
import io.bitroutes.record.BrokenFileException;
import io.bitroutes.record.RecordReader;
import io.bitroutes.record.Row;
import java.io.IOException;
import java.util.Optional;

/** The one pass over a file: good rows to the batches, bad ones to the notes. */
final class Pass {
    private final RecordReader reader;
    private final BatchCutter cutter;
    private final InvalidRows invalid;
    private final Gate gate;
    private long rows;
    private long skipped;
    private int batches;

    Pass(RecordReader reader, BatchCutter cutter, InvalidRows invalid, Gate gate) {
        this.reader = reader;
        this.cutter = cutter;
        this.invalid = invalid;
        this.gate = gate;
    }

    void run() throws IOException, BrokenFileException {
        for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
            if (gate.stopping()) {
                throw new StoppingException();
            }
            rows++;
            take(row.get());
        }
        invalid.finish(rows);
        batches = cutter.finish();
    }

    private void take(Row row) throws IOException, BrokenFileException {
        if (row instanceof Row.Good good) {
            cutter.add(good);
        } else if (row instanceof Row.Bad bad) {
            invalid.add(bad, rows);
        } else {
            skipped++;
        }
    }

    long rows() {
        return rows;
    }

    long skipped() {
        return skipped;
    }

    int batches() {
        return batches;
    }
}
