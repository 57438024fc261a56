package io.bitroutes.job;

import io.bitroutes.batch.Verdict;
import io.bitroutes.config.RowLimit;
import io.bitroutes.ledger.OutcomeLedger;
import io.bitroutes.record.BrokenFileException;
import io.bitroutes.record.Row;
import io.bitroutes.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** Notes the rows that must not be sent; too many of them, and the file is refused whole. */
final class InvalidRows {
    private static final int TOGETHER = 1000;
    private static final int CHECKED_WHILE_READING = 10_000;
    private static final int EXAMPLES = 5;

    private final String job;
    private final OutcomeLedger ledger;
    private final RowLimit limit;
    private final Texts texts;
    private final List<Verdict> pending = new ArrayList<>();
    private final List<String> examples = new ArrayList<>();
    private long count;

    InvalidRows(String job, OutcomeLedger ledger, RowLimit limit, Texts texts) {
        this.job = job;
        this.ledger = ledger;
        this.limit = limit;
        this.texts = texts;
    }

    /** @param rowsSoFar how many rows were read, this one included */
    void add(Row.Bad row, long rowsSoFar) throws BrokenFileException {
        count++;
        pending.add(Verdict.invalid(row.number(), row.reason()));
        if (examples.size() < EXAMPLES) {
            examples.add(texts.of("prepare.row", row.number(), row.reason()));
        }
        if (pending.size() == TOGETHER) {
            note();
        }
        if (count >= CHECKED_WHILE_READING) {
            check(rowsSoFar);
        }
    }

    /** @param rows how many rows the file has */
    void finish(long rows) throws BrokenFileException {
        check(rows);
        note();
    }

    private void note() {
        ledger.invalid(job, pending);
        pending.clear();
    }

    private void check(long rows) throws BrokenFileException {
        if (limit.exceeded(count, rows)) {
            throw new BrokenFileException(
                    texts.of("prepare.too-many-invalid", count, rows),
                    String.join("; ", examples),
                    texts.of("prepare.too-many-invalid.expected", limit));
        }
    }
}
