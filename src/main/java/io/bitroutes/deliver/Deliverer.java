package io.bitroutes.deliver;

import io.bitroutes.api.Operations;
import io.bitroutes.batch.Batch;
import io.bitroutes.batch.Outcome;
import io.bitroutes.batch.Outcomes;
import io.bitroutes.batch.Shipment;
import io.bitroutes.batch.Verdict;
import io.bitroutes.http.ApiClient;
import io.bitroutes.ledger.Ownership;
import io.bitroutes.text.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Takes one batch to a verdict for every record, and writes that down. Safe for threads. */
public final class Deliverer {
    /** BitAnswer remembers request ids for a day; the rest is for clocks that differ and requests that linger. */
    private static final Duration IDS_ARE_REMEMBERED = Duration.ofHours(20);

    private final ApiClient client;
    private final Outcomes ledger;
    private final Lookup lookup;
    private final SilentAnswers silences = new SilentAnswers();
    private final int mostRequests;
    private final Texts texts;
    private final Clock clock;
    private final Ownership ownership;

    /**
     * @param ledger where outcomes are written: that of jobs, or the memory of the bus
     * @param mostRequests how many requests one batch may take before its rest is given back unisolated
     * @param clock the one by which batches were prepared
     */
    public Deliverer(
            ApiClient client, Operations operations, Outcomes ledger, int mostRequests, Texts texts, Clock clock) {
        this(client, operations, ledger, mostRequests, texts, clock, Ownership.OF_ALL);
    }

    /** The same, where requests leave for resources only that are held. */
    public Deliverer(
            ApiClient client,
            Operations operations,
            Outcomes ledger,
            int mostRequests,
            Texts texts,
            Clock clock,
            Ownership ownership) {
        this.client = client;
        this.ledger = ledger;
        this.lookup = new Lookup(client, operations);
        this.mostRequests = mostRequests;
        this.texts = texts;
        this.clock = clock;
        this.ownership = ownership;
    }

    /**
     * Delivers what a worker was handed, if there is anything; returns when its outcome is in the ledger. If that fails,
     * no further batch of the file is handed out for now.
     *
     * @return that outcome; empty if there was nothing to deliver
     * @throws io.bitroutes.gate.StoppingException if the program stops before that; the batch is to be delivered again
     * @throws RuntimeException if the ledger cannot be written, or another instance may work the resource by now; likewise
     */
    public Optional<Outcome> deliver(Shipment shipment) {
        boolean through = false;
        try {
            Optional<Outcome> outcome = shipment.batch().map(batch -> outcome(batch, shipment));
            outcome.ifPresent(ledger::done);
            outcome.ifPresent(shipment::done);
            through = true;
            return outcome;
        } finally {
            // Before the keys are free: nothing of the file that waits for one of them may go out.
            if (!through) {
                shipment.abort();
            }
            shipment.giveBack();
        }
    }

    private Outcome outcome(Batch batch, Shipment shipment) {
        return shipment.toBeSent() ? delivered(batch, shipment) : leftAlone(batch);
    }

    private Outcome leftAlone(Batch batch) {
        String reason = texts.of("verdict.not-sent");
        List<Verdict> verdicts = IntStream.range(0, batch.size())
                .mapToObj(position -> Verdict.notSent(batch.rows().at(position), reason))
                .toList();
        return new Outcome(batch.job(), batch.number(), 0, verdicts, 0, 0);
    }

    private Outcome delivered(Batch batch, Shipment shipment) {
        boolean sentBefore = shipment.sentBefore();
        BooleanSupplier late =
                () -> clock.instant().isAfter(shipment.preparedAt().plus(IDS_ARE_REMEMBERED));
        Budget budget = new Budget(batch, ledger, mostRequests);
        Runnable leaving = () -> ownership.checkTime(batch.operation().resource());
        PartSender sender = new PartSender(batch, sentBefore, late, leaving, client, ledger, lookup, budget);
        Confirmation confirmation = new Confirmation(batch, lookup, silences);
        boolean isolating = sentBefore && ledger.isIsolating(batch.job(), batch.number());
        return new Isolation(batch, client, sender, confirmation, budget, mostRequests, texts)
                .run(sentBefore, isolating);
    }
}
