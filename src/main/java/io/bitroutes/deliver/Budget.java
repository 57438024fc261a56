package io.bitroutes.deliver;

import io.bitroutes.batch.Batch;
import io.bitroutes.batch.Outcomes;
import java.util.HashSet;
import java.util.Set;

/**
 * How many requests are spent on isolating one batch, over all runs: a request counts once, however often it goes out. One
 * whose answer was lost costs nothing when it goes again under a new id: else a program that is killed again and again
 * would give back the innocent. What is spent is in the ledger before it leaves.
 */
final class Budget {
    private final Batch batch;
    private final Outcomes ledger;
    private final int most;
    private final Set<Outcomes.Sent> known = new HashSet<>();
    private final Set<Range> spent = new HashSet<>();
    private boolean begun;
    private int refunded;

    private record Range(int first, int last) {}

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
            ledger.sent(batch.job(), batch.number()).forEach(this::know);
            note(0, batch.size() - 1, 0);
        }
    }

    boolean begun() {
        return begun;
    }

    /** Whether there is nothing left for that part. What went out before may go again. */
    boolean isSpent(int first, int last) {
        return begun && spent.size() - refunded >= most && !spent.contains(new Range(first, last));
    }

    /** A part is about to go out. */
    void note(int first, int last, int counter) {
        if (begun && know(new Outcomes.Sent(first, last, counter))) {
            ledger.sending(batch.job(), batch.number(), first, last);
        }
    }

    /** So many requests have told nothing of the records. */
    void refund(int requests) {
        refunded += requests;
    }

    /** How many different requests went out, in all runs. */
    int requests() {
        return known.size();
    }

    private boolean know(Outcomes.Sent sent) {
        spent.add(new Range(sent.first(), sent.last()));
        return known.add(sent);
    }
}
