package io.bitroutes.job;

import io.bitroutes.gate.Gate;
import io.bitroutes.ledger.OutageLedger;
import io.bitroutes.ledger.OutageLedger.Outage;
import java.util.Optional;

/** Tells other processes, through the ledger, that this one waits out an outage. Not safe for threads. */
public final class OutageNote {
    private final Gate gate;
    private final OutageLedger ledger;
    private Optional<Outage> written = Optional.empty();
    private boolean begun;

    /** @param ledger where it is written down */
    public OutageNote(Gate gate, OutageLedger ledger) {
        this.gate = gate;
        this.ledger = ledger;
    }

    /** Writes down how things are, if they are not as last written; what an earlier run has left is overwritten. */
    public void update() {
        Optional<Outage> now = gate.closure().map(closure -> new Outage(closure.reason(), closure.since()));
        if (!begun || !now.equals(written)) {
            ledger.write(now);
            written = now;
            begun = true;
        }
    }
}
