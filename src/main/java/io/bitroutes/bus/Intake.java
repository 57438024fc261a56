package io.bitroutes.bus;

import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import io.bitroutes.batch.Fence;
import io.bitroutes.batch.Shipment;
import io.bitroutes.gate.Gate;
import io.bitroutes.record.RecordFiles;
import io.bitroutes.text.Texts;
import java.util.Iterator;
import java.util.Map;
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

    /** Begins to deliver the messages of a transaction. */
    public Delivery begin(String operationId, BusMessages messages, BusTurn turn) {
        Operation operation = operations.get(operationId);
        return new Delivery(operation, messages, new Skips(confirmed, operation), turn, batchSize);
    }

    /** Whether further messages of it are to be read. */
    public boolean goesOn(@Body Delivery delivery) {
        return delivery.goesOn();
    }

    /**
     * Reads the records of the messages that have come meanwhile, or waits for some, and cuts them into batches. Nothing is
     * sent before all of a message is known.
     */
    public void read(@Body Delivery delivery) {
        BusMessages.Part part = delivery.source().next();
        Map<String, Long> before = delivery.skips().among(part.messages());
        for (BusMessage message : part.messages()) {
            Long count = before.isEmpty() ? null : before.get(message.id().orElse(""));
            delivery.add(
                    count == null
                            ? records.read(message, delivery.operation())
                            : TakenMessage.confirmedBefore(message, count));
        }
        if (part.last()) {
            delivery.complete();
        }
    }

    /** The batches that were cut, one after another, each when no other request in flight has one of its keys. */
    public Iterator<Shipment> shipments(@Body Delivery delivery) {
        return new Shipments(delivery, fence, gate);
    }

    /** Dead letters of what was not confirmed, replies, and the word that the messages may be acknowledged. */
    public void settle(@Body Delivery delivery) {
        settling.settle(delivery);
    }
}
