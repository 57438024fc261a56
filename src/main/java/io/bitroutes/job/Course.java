package io.bitroutes.job;

import io.bitroutes.batch.Outcome;
import io.bitroutes.batch.Verdict;
import io.bitroutes.batch.Verdict.Code;
import io.bitroutes.ledger.OutcomeLedger;
import io.bitroutes.ledger.SendingLedger;
import java.util.EnumMap;
import java.util.Map;

/**
 * How far the batches of one job have gone out and what became of them, and the stop when that is not worth going on
 * with. What it decides is in the ledger, so that the next run goes on by it. Safe for threads.
 */
final class Course {
    private final String job;
    private final StopRule rule;
    private final SendingLedger ledger;
    private final int mayHaveGone;
    private final Map<Code, Long> codes = new EnumMap<>(Code.class);
    private long confirmed;
    private int last;
    private int lastBeforeStop;

    Course(String job, StopRule rule, SendingLedger ledger, OutcomeLedger.Tally tally) {
        this.job = job;
        this.rule = rule;
        this.ledger = ledger;
        this.mayHaveGone = ledger.lastHandedOut(job);
        this.last = mayHaveGone;
        this.lastBeforeStop = ledger.stoppedAfter(job).orElse(Integer.MAX_VALUE);
        codes.putAll(tally.codes());
        confirmed = tally.confirmed();
        stopIfItMust();
    }

    /** Whether a batch may have gone out in an earlier run. */
    boolean mayHaveGone(int batch) {
        return batch <= mayHaveGone;
    }

    /** Whether a batch is to go out; then it counts as one that may have. */
    synchronized boolean goesOut(int batch) {
        if (batch > lastBeforeStop) {
            return false;
        }
        if (batch > last) {
            ledger.handingOut(job, batch);
            last = batch;
        }
        return true;
    }

    /** The outcome of a batch is in the ledger. */
    synchronized void done(Outcome outcome) {
        confirmed += outcome.confirmed();
        for (Verdict verdict : outcome.verdicts()) {
            codes.merge(verdict.code(), 1L, Long::sum);
        }
        stopIfItMust();
    }

    /** What was handed out before goes its way. */
    private void stopIfItMust() {
        if (lastBeforeStop == Integer.MAX_VALUE && rule.stops(confirmed, codes)) {
            ledger.stop(job, last);
            lastBeforeStop = last;
        }
    }
}
