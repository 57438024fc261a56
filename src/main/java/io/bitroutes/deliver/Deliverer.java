package io.bitroutes.deliver;

import io.bitroutes.api.Operations;
import io.bitroutes.batch.Batch;
import io.bitroutes.batch.Outcome;
import io.bitroutes.batch.Shipment;
import io.bitroutes.http.ApiClient;
import io.bitroutes.ledger.OutcomeLedger;
import io.bitroutes.text.Texts;
import java.util.Optional;

/** Takes one batch to a verdict for every record, and writes that down. Safe for threads. */
public final class Deliverer {
    private final ApiClient client;
    private final OutcomeLedger ledger;
    private final Lookup lookup;
    private final SilentAnswers silences = new SilentAnswers();
    private final int mostRequests;
    private final Texts texts;

    /** @param mostRequests how many requests one batch may take before its rest is given back unisolated */
    public Deliverer(ApiClient client, Operations operations, OutcomeLedger ledger, int mostRequests, Texts texts) {
        this.client = client;
        this.ledger = ledger;
        this.lookup = new Lookup(client, operations);
        this.mostRequests = mostRequests;
        this.texts = texts;
    }

    /**
     * Delivers what a worker was handed, if there is anything; returns when its outcome is in the ledger. If that fails,
     * no further batch of the file is handed out for now.
     *
     * @return that outcome; empty if there was nothing to deliver
     * @throws io.bitroutes.gate.StoppingException if the program stops before that; the batch is to be delivered again
     * @throws io.bitroutes.ledger.LedgerException if the ledger cannot be written; likewise
     */
    public Optional<Outcome> deliver(Shipment shipment) {
        try {
            return shipment.batch().map(batch -> deliver(batch, shipment.sentBefore()));
        } catch (RuntimeException e) {
            shipment.abort();
            throw e;
        } finally {
            shipment.giveBack();
        }
    }

    private Outcome deliver(Batch batch, boolean sentBefore) {
        PartSender sender = new PartSender(batch, sentBefore, client, ledger, lookup);
        Confirmation confirmation = new Confirmation(batch, lookup, silences);
        Isolation isolation = new Isolation(batch, client, ledger, sender, confirmation, mostRequests, texts);
        Outcome outcome = isolation.run(sentBefore);
        ledger.done(outcome);
        return outcome;
    }
}
