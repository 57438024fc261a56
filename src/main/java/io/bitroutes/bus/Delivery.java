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
import java.util.function.LongFunction;

/**
 * The messages of one transaction on their way: cut into batches as they come, and what becomes of these. Safe for threads,
 * one of which adds messages.
 */
public final class Delivery {
    private final Operation operation;
    private final BusMessages source;
    private final Skips skips;
    private final BusTurn turn;
    private final int batchSize;
    private final MessageIds ids = new MessageIds();
    private final BatchCutter together;
    private final List<TakenMessage> messages = new ArrayList<>();
    private final List<TakenMessage> withRecords = new ArrayList<>();
    private List<Batch> batches = new ArrayList<>();
    private long next = 1;
    private int cut;
    private int done;
    private boolean complete;
    private boolean aborted;
    private boolean someRedelivered;

    /** @param batchSize the most records of a body */
    Delivery(Operation operation, BusMessages source, Skips skips, BusTurn turn, int batchSize) {
        this.operation = operation;
        this.source = source;
        this.skips = skips;
        this.turn = turn;
        this.batchSize = batchSize;
        // No body's id depends on what comes after it: how far a transaction got is another thing the next time.
        this.together = cutter(row -> messageOf(row).idUpToIt());
    }

    /** Gathers small messages and splits large ones, in their order. What does not fill a body waits for the next ones. */
    synchronized void add(TakenMessage message) {
        messages.add(message);
        someRedelivered |= message.message().redelivered();
        message.place(next, ids.upTo(message.message()));
        if (message.size() > 0) {
            withRecords.add(message);
        }
        if (operation.batched()) {
            add(message, together);
        } else {
            // The request is known again by its message alone, whichever others come with it.
            String id = MessageIds.of(message.message());
            BatchCutter alone = cutter(row -> id);
            add(message, alone);
            finish(alone);
        }
        next += message.size();
    }

    /** No further messages come. */
    synchronized void complete() {
        finish(together);
        complete = true;
    }

    private BatchCutter cutter(LongFunction<String> jobs) {
        return BatchCutter.handingTo(this::add, jobs, operation, batchSize);
    }

    private void add(Batch batch) {
        batches.add(batch);
        cut++;
    }

    private static void add(TakenMessage message, BatchCutter cutter) {
        long number = message.first();
        for (Row row : message.takeRows()) {
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

    /** Where its messages come from. */
    BusMessages source() {
        return source;
    }

    /** Which of them are not sent again. */
    Skips skips() {
        return skips;
    }

    BusTurn turn() {
        return turn;
    }

    /** By which all of these messages together are known. */
    synchronized String id() {
        return messages.get(messages.size() - 1).idUpToIt();
    }

    synchronized List<TakenMessage> messages() {
        return List.copyOf(messages);
    }

    /** Those that were cut since they were taken last. */
    synchronized List<Batch> takeBatches() {
        List<Batch> taken = batches;
        batches = new ArrayList<>();
        return taken;
    }

    /** Whether it may have gone out before: earlier in this process, or before the broker delivered it again. */
    boolean mayHaveGone(Batch batch) {
        return turn.again() || !redelivered(batch).isEmpty();
    }

    /** No request of that batch went out before. */
    Instant preparedAt(Batch batch) {
        return redelivered(batch).stream()
                .map(BusMessage::sentAt)
                .min(Instant::compareTo)
                .orElseGet(Instant::now);
    }

    /** The messages that the batch carries and the broker has delivered before. */
    private synchronized List<BusMessage> redelivered(Batch batch) {
        List<BusMessage> redelivered = new ArrayList<>();
        for (int record = 0; someRedelivered && record < batch.size(); record++) {
            BusMessage message = messageOf(batch.rows().at(record)).message();
            if (message.redelivered()) {
                redelivered.add(message);
            }
        }
        return redelivered;
    }

    private synchronized TakenMessage messageOf(long row) {
        int from = 0;
        int to = withRecords.size() - 1;
        while (from < to) {
            int middle = (from + to + 1) >>> 1;
            if (withRecords.get(middle).first() > row) {
                to = middle - 1;
            } else {
                from = middle;
            }
        }
        return withRecords.get(from);
    }

    /** What became of one of its batches. */
    synchronized void done(Outcome outcome) {
        outcome.verdicts().forEach(verdict -> messageOf(verdict.row()).reject(verdict));
        done++;
    }

    /** Nothing more of it is to go out for now. */
    synchronized void abort() {
        aborted = true;
    }

    synchronized boolean isAborted() {
        return aborted;
    }

    /** Whether further messages are to be added. */
    synchronized boolean goesOn() {
        return !complete && !aborted && done == cut;
    }

    /** Whether all of its messages are known, and all of its batches through. */
    synchronized boolean isDone() {
        return complete && done == cut;
    }
}
