package io.bitroutes.batch;

import io.bitroutes.api.Operation;
import io.bitroutes.record.Row;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Cuts good records into batches: one endpoint, a bounded size, and a key never twice. Records of one licence are
 * gathered whatever their order; when they take more than a quarter of the memory, the largest batches go first. Not safe
 * for threads.
 */
public final class BatchCutter {
    private static final int MOST_BODY_BYTES = 4 << 20;
    private static final long MOST_GATHERED_BYTES =
            Math.min(128L << 20, Runtime.getRuntime().maxMemory() / 4);
    private static final int MOST_SINGLES = 50;
    private static final String SINGLES = "";

    private final Operation operation;
    private final int batchSize;
    private final Closing closing;
    private final long mostGatheredBytes;
    private final RecordBody recordBody;
    private final KeyFields keyFields;
    private final boolean keepsParts;
    private final Map<String, OpenBatch> open = new LinkedHashMap<>();
    private long gatheredBytes;
    private int batches;

    /** @param batchSize the most records of an array body */
    public BatchCutter(String job, Operation operation, int batchSize, PreparedWriter target) {
        this(job, operation, batchSize, target::write, MOST_GATHERED_BYTES);
    }

    BatchCutter(String job, Operation operation, int batchSize, BatchTarget target, long mostGatheredBytes) {
        this(
                operation,
                batchSize,
                mostGatheredBytes,
                !operation.batched(),
                (batch, number) -> batch.writeTo(target, job, number, operation));
    }

    private BatchCutter(
            Operation operation, int batchSize, long mostGatheredBytes, boolean keepsParts, Closing closing) {
        this.operation = operation;
        this.batchSize = operation.batched() ? batchSize : MOST_SINGLES;
        this.closing = closing;
        this.mostGatheredBytes = mostGatheredBytes;
        this.recordBody = new RecordBody(operation);
        this.keyFields = new KeyFields(operation);
        this.keepsParts = keepsParts;
    }

    /** What becomes of a batch that takes no more. */
    @FunctionalInterface
    private interface Closing {
        void close(OpenBatch batch, int number) throws IOException;
    }

    /**
     * Cuts in the same way, and hands each batch on as soon as it is closed.
     *
     * @param jobs the job of a batch by the number of its last row
     */
    public static BatchCutter handingTo(
            Consumer<Batch> taker, LongFunction<String> jobs, Operation operation, int batchSize) {
        return new BatchCutter(
                operation,
                batchSize,
                MOST_GATHERED_BYTES,
                true,
                (batch, number) -> taker.accept(batch.toBatch(jobs.apply(batch.lastRow()), number, operation)));
    }

    /** Cuts in the same way, but keeps nothing: to know how many batches there would be. */
    public static BatchCutter counting(String job, Operation operation, int batchSize) {
        return new BatchCutter(job, operation, batchSize, (header, body) -> {}, MOST_GATHERED_BYTES);
    }

    /** Takes the next record of the file. */
    public void add(Row.Good row) throws IOException {
        String path = operation.pathFor(row.values());
        String endpoint = operation.batched() ? path : SINGLES;
        byte[] body = recordBody.encode(row.values());
        RecordKeys keys = keyFields.of(row.values());
        OpenBatch batch = open.get(endpoint);
        if (batch != null && !batch.takes(body.length, keys, batchSize, MOST_BODY_BYTES)) {
            close(endpoint);
        }
        gather(endpoint, row.number(), path, keys, body);
        if (open.get(endpoint).size() == batchSize) {
            close(endpoint);
        }
        if (gatheredBytes > mostGatheredBytes) {
            makeRoom();
        }
    }

    private void gather(String endpoint, long row, String path, RecordKeys keys, byte[] body) {
        OpenBatch batch = open.computeIfAbsent(endpoint, first -> new OpenBatch(operation.batched(), keepsParts));
        long before = batch.isEmpty() ? 0 : batch.memory();
        batch.add(row, path, keys, body);
        gatheredBytes += batch.memory() - before;
    }

    /** Closes what is still open. How many batches there are in all. */
    public int finish() throws IOException {
        for (String endpoint : List.copyOf(open.keySet())) {
            close(endpoint);
        }
        return batches;
    }

    private void close(String endpoint) throws IOException {
        OpenBatch batch = open.remove(endpoint);
        gatheredBytes -= batch.memory();
        batches++;
        closing.close(batch, batches);
    }

    /** By an eighth, so that a file with a licence in every row does not look for the largest at every row. */
    private void makeRoom() throws IOException {
        List<String> largestFirst = open.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(
                        Comparator.comparingLong(OpenBatch::memory).reversed()))
                .map(Map.Entry::getKey)
                .toList();
        for (String endpoint : largestFirst) {
            if (gatheredBytes > mostGatheredBytes / 8 * 7) {
                close(endpoint);
            }
        }
    }
}
