package io.bitroutes.deliver;

import io.bitroutes.batch.Batch;
import io.bitroutes.batch.Outcomes;
import java.util.HashSet;
import java.util.Set;

/**
 * How many requests are spent on isolating one batch, over all runs: a request counts once, however often it goes out.
 * What is spent is in the ledger before it leaves.
 */
final class Budget {
    private final Batch batch;
    private final Outcomes ledger;
    private final int most;
    private final Set<Outcomes.Sent> known = new HashSet<>();
    private boolean begun;
    private int refunded;

    Budget(Batch batch, Outcomes ledger, int most) {
        this.batch = batch;
        this.ledger = ledger;
        this.most = most;
    }

    /** A batch is isolated from now on; what earlier runs have spent counts. */
    void begin() {
        if (!begun) {
            begun = true;
            ledger.isolating(batch.job(), batch.number());
            known.addAll(ledger.sent(batch.job(), batch.number()));
            note(0, batch.size() - 1, 0);
        }
    }

    boolean begun() {
        return begun;
    }

    /** Whether there is nothing left for that part. What went out before may go again. */
    boolean isSpent(int first, int last, int counter) {
        return begun && spent() - refunded >= most && !known.contains(new Outcomes.Sent(first, last, counter));
    }

    /** A part is about to go out. */
    void note(int first, int last, int counter) {
        if (begun && known.add(new Outcomes.Sent(first, last, counter))) {
            ledger.sending(batch.job(), batch.number(), first, last);
        }
    }

    /** So many requests have told nothing of the records. */
    void refund(int requests) {
        refunded += requests;
    }

    int spent() {
        return known.size();
    }
}
