package io.bitroutes.deliver;

import io.bitroutes.api.Operations;
import io.bitroutes.batch.Batch;
import io.bitroutes.batch.Shipment;
import io.bitroutes.http.ApiClient;
import io.bitroutes.ledger.OutcomeLedger;
import io.bitroutes.text.Texts;

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
     * @throws io.bitroutes.gate.StoppingException if the program stops before that; the batch is to be delivered again
     * @throws io.bitroutes.ledger.LedgerException if the ledger cannot be written; likewise
     */
    public void deliver(Shipment shipment) {
        try {
            shipment.batch().ifPresent(batch -> deliver(batch, shipment.sentBefore()));
        } catch (RuntimeException e) {
            shipment.abort();
            throw e;
        } finally {
            shipment.giveBack();
        }
    }

    private void deliver(Batch batch, boolean sentBefore) {
        PartSender sender = new PartSender(batch, sentBefore, client, ledger, lookup);
        Confirmation confirmation = new Confirmation(batch, lookup, silences);
        Isolation isolation = new Isolation(batch, client, ledger, sender, confirmation, mostRequests, texts);
        ledger.done(isolation.run(sentBefore));
    }
}
