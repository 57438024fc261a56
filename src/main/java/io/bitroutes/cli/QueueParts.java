package io.bitroutes.cli;

import io.bitroutes.api.Operation;
import io.bitroutes.batch.OutcomesInMemory;
import io.bitroutes.bus.BusLines;
import io.bitroutes.bus.Confirmed;
import io.bitroutes.bus.Intake;
import io.bitroutes.bus.WriteReplies;
import io.bitroutes.config.BusSettings;
import io.bitroutes.deliver.Deliverer;
import io.bitroutes.ledger.LedgerDatabase;
import io.bitroutes.ledger.MessageLedger;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** What takes records in from queues. */
final class QueueParts {
    private QueueParts() {}

    /** Begins to receive, from the queue of each of these operations. */
    static void start(
            Parts parts, LedgerDatabase database, BusParts bus, RoutesContext routes, List<Operation> operations) {
        Clock clock = Clock.systemUTC();
        Intake intake = new Intake(
                parts.operations,
                FileParts.files(parts.settings, parts.texts),
                new Confirmed(new MessageLedger(database), clock),
                new WriteReplies(bus.replies),
                (operation, count) -> parts.metrics.records(operation, "invalid", count),
                parts.fence,
                parts.gate,
                parts.settings.send().batchSize(),
                parts.texts);
        Deliverer deliverer = new Deliverer(
                parts.client,
                parts.operations,
                new OutcomesInMemory(),
                parts.settings.send().isolationMaxRequests(),
                parts.texts,
                clock);
        routes.bind("intake", intake);
        routes.bind("queueDeliverer", new CountedDeliverer(deliverer, parts.metrics));
        routes.bind("busLines", new BusLines(bus.broker, parts.gate, bus.watch, Intake::records));
        BusSettings queues = parts.settings.bus();
        for (Operation operation : operations) {
            routes.startFrom(
                    "bus",
                    "bus-" + operation.id(),
                    Map.of(
                            "operation",
                            operation.id(),
                            "queue",
                            queues.queue(operation.id()),
                            "deadLetterQueue",
                            queues.queue("deadletter"),
                            "bodies",
                            bodies(operation, queues)));
        }
    }

    /** A record that goes alone takes a request: as many as fill a body elsewhere are enough to be acknowledged together. */
    private static String bodies(Operation operation, BusSettings settings) {
        return String.valueOf(operation.batched() ? settings.bodies() : 1);
    }
}
