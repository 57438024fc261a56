package io.bitroutes.batch;

import io.bitroutes.api.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/** A batch that still takes records. */
final class OpenBatch {
    private static final long EMPTY_BYTES = 1024;
    private static final long BYTES_BESIDE_A_BODY = 200;

    private final boolean array;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final LongStream.Builder rows = LongStream.builder();
    private final Set<String> taken = new HashSet<>();
    private final List<BatchHeader.Part> parts = new ArrayList<>();
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
                && keys.inScope().stream().noneMatch(taken::contains);
    }

    void add(long row, String path, RecordKeys keys, byte[] body) {
        if (array) {
            bytes.write(size == 0 ? '[' : ',');
        }
        bytes.writeBytes(body);
        if (size == 0) {
            firstPath = path;
            firstScope = keys.scope();
        }
        if (!array) {
            parts.add(new BatchHeader.Part(path, keys.scope(), keys.names(), bytes.size()));
        }
        taken.addAll(keys.inScope());
        rows.add(row);
        size++;
    }

    /** How many bytes of memory it takes, roughly. */
    long memory() {
        return EMPTY_BYTES + bytes.size() + size * BYTES_BESIDE_A_BODY;
    }

    void writeTo(BatchTarget target, String job, int number, Operation operation) throws IOException {
        if (array) {
            bytes.write(']');
        }
        byte[] body = bytes.toByteArray();
        String request = RequestId.of(job, number, 0, size - 1, operation.method(), firstPath, body, 0);
        target.write(
                new BatchHeader(
                        number,
                        operation.method(),
                        firstPath,
                        firstScope,
                        RowNumbers.of(rows.build()).toString(),
                        request,
                        body.length,
                        PreparedWriter.digest(body),
                        parts),
                body);
    }
}
