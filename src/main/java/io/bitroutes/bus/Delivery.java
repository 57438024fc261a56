package io.bitroutes.bus;

import io.bitroutes.api.Operation;
import io.bitroutes.batch.Batch;
import io.bitroutes.batch.BatchCutter;
import io.bitroutes.batch.Outcome;
import io.bitroutes.batch.Verdict;
import io.bitroutes.record.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The messages of one exchange on their way: cut into batches, and what becomes of these. Safe for threads. */
public final class Delivery {
    private final Operation operation;
    private final BusTurn turn;
    private final String id;
    private final List<TakenMessage> messages;
    private final List<Batch> batches = new ArrayList<>();
    private final TreeMap<Long, TakenMessage> byFirst = new TreeMap<>();
    private int done;

    /** @param id of these messages together: the same whenever the same ones come in the same order */
    Delivery(Operation operation, BusTurn turn, String id, List<TakenMessage> messages) {
        this.operation = operation;
        this.turn = turn;
        this.id = id;
        this.messages = List.copyOf(messages);
    }

    /** Gathers small messages and splits large ones, in their order. */
    void cut(int batchSize) {
        long next = 1;
        BatchCutter together = cutter(id, batchSize);
        for (TakenMessage message : messages) {
            message.begins(next);
            byFirst.put(next, message);
            if (operation.batched()) {
                add(message, next, together);
            } else {
                // The request is known again by its message alone, whichever others come with it.
                BatchCutter alone = cutter(MessageIds.of(message.message()), batchSize);
                add(message, next, alone);
                finish(alone);
            }
            next += message.rows().size();
        }
        finish(together);
    }

    private BatchCutter cutter(String job, int batchSize) {
        return BatchCutter.handingTo(batches::add, job, operation, batchSize);
    }

    private static void add(TakenMessage message, long first, BatchCutter cutter) {
        long number = first;
        for (Row row : message.rows()) {
            if (row instanceof Row.Good good) {
                add(new Row.Good(number, good.values()), cutter);
            } else if (row instanceof Row.Bad bad) {
                message.reject(Verdict.invalid(number, bad.reason()));
            }
            number++;
        }
    }

    private static void add(Row.Good row, BatchCutter cutter) {
        try {
            cutter.add(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void finish(BatchCutter cutter) {
        try {
            cutter.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Operation operation() {
        return operation;
    }

    BusTurn turn() {
        return turn;
    }

    String id() {
        return id;
    }

    List<TakenMessage> messages() {
        return messages;
    }

    List<Batch> batches() {
        return batches;
    }

    /** Whether it may have gone out before: earlier in this process, or before the broker delivered it again. */
    boolean mayHaveGone(Batch batch) {
        return turn.again() || carried(batch).stream().anyMatch(BusMessage::redelivered);
    }

    /** No request of that batch went out before. */
    Instant preparedAt(Batch batch) {
        return carried(batch).stream()
                .filter(BusMessage::redelivered)
                .map(BusMessage::sentAt)
                .min(Instant::compareTo)
                .orElseGet(Instant::now);
    }

    private List<BusMessage> carried(Batch batch) {
        List<BusMessage> carried = new ArrayList<>();
        for (int record = 0; record < batch.size(); record++) {
            carried.add(messageOf(batch.rows().at(record)).message());
        }
        return carried;
    }

    private TakenMessage messageOf(long row) {
        Map.Entry<Long, TakenMessage> entry = byFirst.floorEntry(row);
        return entry.getValue();
    }

    /** What became of one of its batches. */
    synchronized void done(Outcome outcome) {
        outcome.verdicts().forEach(verdict -> messageOf(verdict.row()).reject(verdict));
        done++;
    }

    synchronized boolean isDone() {
        return done == batches.size();
    }
}
