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
    private final GrowingBytes bytes = new GrowingBytes();
    private final KeyHashes taken = new KeyHashes();
    private final List<BatchHeader.Part> parts = new ArrayList<>(0);
    private long[] rows = new long[FIRST_ROWS];
    private String firstPath = "";
    private String firstScope = "";
    private int size;

    OpenBatch(boolean array) {
        this.array = array;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Whether one more record fits and none of its names is there already. */
    boolean takes(int length, RecordKeys keys, int mostRecords, int mostBytes) {
        return size < mostRecords
                && bytes.size() + length + 2 <= mostBytes
                && Arrays.stream(keys.hashes()).noneMatch(taken::contains);
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
        if (!array) {
            parts.add(new BatchHeader.Part(path, keys.scope(), keys.names(), bytes.size()));
        }
        Arrays.stream(keys.hashes()).forEach(taken::add);
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

    void writeTo(BatchTarget target, String job, int number, Operation operation) throws IOException {
        if (array) {
            bytes.add(']');
        }
        byte[] body = bytes.toArray();
        String request = RequestId.of(job, number, 0, size - 1, operation.method(), firstPath, body, 0);
        target.write(
                new BatchHeader(
                        number,
                        operation.method(),
                        firstPath,
                        firstScope,
                        RowNumbers.of(Arrays.stream(rows, 0, size)).toString(),
                        request,
                        body.length,
                        PreparedWriter.digest(body),
                        parts),
                body);
    }
}
