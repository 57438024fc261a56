package io.bitroutes.cli;

import io.bitroutes.batch.Batch;
import io.bitroutes.batch.Outcome;
import io.bitroutes.batch.Shipment;
import io.bitroutes.batch.Verdict;
import io.bitroutes.deliver.Deliverer;
import io.bitroutes.ops.Metrics;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Delivers, and counts what came of it. Safe for threads. */
public final class CountedDeliverer {
    private final Deliverer deliverer;
    private final Metrics metrics;

    CountedDeliverer(Deliverer deliverer, Metrics metrics) {
        this.deliverer = deliverer;
        this.metrics = metrics;
    }

    /** As {@link Deliverer#deliver} does. */
    public void deliver(Shipment shipment) {
        shipment.batch().ifPresent(batch -> deliverer.deliver(shipment).ifPresent(outcome -> count(batch, outcome)));
        if (shipment.batch().isEmpty()) {
            deliverer.deliver(shipment);
        }
    }

    private void count(Batch batch, Outcome outcome) {
        String operation = batch.operation().id();
        metrics.records(operation, "confirmed", outcome.confirmed());
        Map<Verdict.Code, Long> codes =
                outcome.verdicts().stream().collect(Collectors.groupingBy(Verdict::code, Collectors.counting()));
        codes.forEach((code, count) -> metrics.records(operation, code.name().toLowerCase(Locale.ROOT), count));
        metrics.requests(operation, outcome.requests(), outcome.retries());
    }
}
