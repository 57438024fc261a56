package io.bitroutes.bus;

import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import io.bitroutes.batch.Fence;
import io.bitroutes.batch.Shipment;
import io.bitroutes.gate.Gate;
import io.bitroutes.record.RecordFiles;
import io.bitroutes.text.Texts;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.apache.camel.Body;

/** Takes messages with records in, and settles them once the fate of every record is known. Safe for threads. */
public final class Intake {
    private final Operations operations;
    private final MessageRecords records;
    private final Confirmed confirmed;
    private final Settling settling;
    private final Fence fence;
    private final Gate gate;
    private final int batchSize;

    /**
     * @param files by whose rules bodies are read
     * @param fence the one of the process
     * @param invalid hears of which operation how many records could not be sent
     * @param batchSize the most records of a body that is sent
     */
    public Intake(
            Operations operations,
            RecordFiles files,
            Confirmed confirmed,
            WriteReplies replies,
            ObjLongConsumer<String> invalid,
            Fence fence,
            Gate gate,
            int batchSize,
            Texts texts) {
        this.operations = operations;
        this.records = new MessageRecords(files, texts);
        this.confirmed = confirmed;
        this.settling = new Settling(records, confirmed, replies, invalid);
        this.fence = fence;
        this.gate = gate;
        this.batchSize = batchSize;
    }

    /** How many records a message holds, roughly. */
    public static int records(BusMessage message) {
        return RecordCount.of(message);
    }

    /** Reads the records of messages and cuts them into batches. Nothing is sent before all of a message is known. */
    public Delivery read(String operationId, List<BusMessage> messages, BusTurn turn) {
        Operation operation = operations.get(operationId);
        Map<String, Long> before = confirmed.among(operation, messages);
        // Nothing else of these messages can be done meanwhile, and each is read by itself.
        List<TakenMessage> taken = messages.parallelStream()
                .map(message -> Optional.ofNullable(before.get(message.id().orElse("")))
                        .map(count -> TakenMessage.confirmedBefore(message, count))
                        .orElseGet(() -> records.read(message, operation)))
                .toList();
        Delivery delivery = new Delivery(operation, turn, MessageIds.of(messages), taken);
        delivery.cut(batchSize);
        return delivery;
    }

    /** The batches, one after another, each when no other request in flight has one of its keys. */
    public Iterator<Shipment> shipments(@Body Delivery delivery) {
        return new Shipments(delivery, fence, gate);
    }

    /** Dead letters of what was not confirmed, replies, and the word that the messages may be acknowledged. */
    public void settle(@Body Delivery delivery) {
        settling.settle(delivery);
    }
}
