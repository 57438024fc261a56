package io.bitroutes.batch;

import io.bitroutes.api.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A batch that still takes records. There may be thousands at a time, so what it keeps beside the bodies is small. */
final class OpenBatch {
    /** The objects, and the texts of path and licence. */
    private static final long EMPTY_BYTES = 512;

    private static final long PART_BYTES = 200;
    private static final int FIRST_ROWS = 4;

    private final boolean array;
    private final boolean keepsParts;
    private final GrowingBytes bytes = new GrowingBytes();
    private final KeyHashes taken = new KeyHashes();
    private final List<BatchHeader.Part> parts = new ArrayList<>(0);
    private long[] rows = new long[FIRST_ROWS];
    private String firstPath = "";
    private String firstScope = "";
    private int size;

    /** @param keepsParts whether it knows later where its records are; an array that is written need not */
    OpenBatch(boolean array, boolean keepsParts) {
        this.array = array;
        this.keepsParts = keepsParts;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** Whether one more record fits and none of its names is there already. */
    boolean takes(int length, RecordKeys keys, int mostRecords, int mostBytes) {
        return size < mostRecords && bytes.size() + length + 2 <= mostBytes && !keys.areAmong(taken);
    }

    void add(long row, String path, RecordKeys keys, byte[] body) {
        if (array) {
            bytes.add(size == 0 ? '[' : ',');
        }
        bytes.add(body);
        if (size == 0) {
            firstPath = path;
            firstScope = keys.scope();
        }
        if (keepsParts) {
            parts.add(new BatchHeader.Part(path, keys.scope(), keys.names(), bytes.size()));
        }
        keys.addTo(taken);
        note(row);
    }

    private void note(long row) {
        if (size == rows.length) {
            rows = Arrays.copyOf(rows, size + Math.max(FIRST_ROWS, size / 4));
        }
        rows[size++] = row;
    }

    /** How many bytes of memory it takes, roughly. */
    long memory() {
        return EMPTY_BYTES
                + bytes.capacity()
                + taken.memory()
                + (long) rows.length * Long.BYTES
                + parts.size() * PART_BYTES;
    }

    /** The number of the last record's row. */
    long lastRow() {
        return rows[size - 1];
    }

    void writeTo(BatchTarget target, String job, int number, Operation operation) throws IOException {
        byte[] body = body();
        String request = RequestId.of(job, number, 0, size - 1, operation.method(), firstPath, body, 0);
        target.write(
                new BatchHeader(
                        number,
                        operation.method(),
                        firstPath,
                        firstScope,
                        rowNumbers().toString(),
                        request,
                        body.length,
                        PreparedWriter.digest(body),
                        parts),
                body);
    }

    /** What comes of it when it is not written. */
    Batch toBatch(String job, int number, Operation operation) {
        Payload payload =
                array ? ArrayPayload.of(firstPath, firstScope, body(), parts) : new SinglesPayload(parts, body());
        return new Batch(job, number, operation, rowNumbers(), payload);
    }

    private byte[] body() {
        if (array) {
            bytes.add(']');
        }
        return bytes.toArray();
    }

    private RowNumbers rowNumbers() {
        return RowNumbers.of(Arrays.stream(rows, 0, size));
    }
}
