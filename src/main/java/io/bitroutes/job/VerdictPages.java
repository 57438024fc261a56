package io.bitroutes.job;

import io.bitroutes.batch.Verdict;
import io.bitroutes.batch.Verdict.Code;
import io.bitroutes.ledger.OutcomeLedger;
import io.bitroutes.record.ReturnedRow;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;

/** The rows of a job that come back, ascending, read from the ledger a page at a time. */
final class VerdictPages implements Iterator<ReturnedRow> {
    private static final int PAGE = 1000;

    private final OutcomeLedger ledger;
    private final String job;
    private final Set<Code> codes;
    private Iterator<Verdict> page = Collections.emptyIterator();
    private long lastRow = Long.MIN_VALUE;

    VerdictPages(OutcomeLedger ledger, String job, Set<Code> codes) {
        this.ledger = ledger;
        this.job = job;
        this.codes = codes;
    }

    @Override
    public boolean hasNext() {
        if (!page.hasNext()) {
            page = ledger.verdicts(job, codes, lastRow, PAGE).iterator();
        }
        return page.hasNext();
    }

    @Override
    public ReturnedRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Verdict verdict = page.next();
        lastRow = verdict.row();
        return new ReturnedRow(
                verdict.row(), verdict.code().name(), verdict.status(), verdict.msg(), verdict.request());
    }
}
