package io.bitroutes.batch;

import io.bitroutes.api.Operation;
import io.bitroutes.record.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Batches for tests, prepared on disk and read back as in earnest. */
public final class Batches {
    /** The job of all of them. */
    public static final String JOB = "20261122-101500-0000abcd";

    private static final int FIRST_ROW = 2;
    private static final long MOST_GATHERED_BYTES = 16 << 20;

    private Batches() {}

    /** A record of fields and values in turn. */
    public static Map<String, Object> record(Object... fieldsAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int index = 0; index < fieldsAndValues.length; index += 2) {
            values.put((String) fieldsAndValues[index], fieldsAndValues[index + 1]);
        }
        return values;
    }

    /** The batches of these records, whose rows are numbered from 2. */
    public static List<Batch> of(Path folder, Operation operation, int batchSize, List<Map<String, Object>> records)
            throws IOException {
        try (PreparedWriter writer = new PreparedWriter(folder)) {
            BatchCutter cutter = new BatchCutter(JOB, operation, batchSize, writer::write, MOST_GATHERED_BYTES);
            for (int index = 0; index < records.size(); index++) {
                cutter.add(new Row.Good(FIRST_ROW + index, records.get(index)));
            }
            cutter.finish();
            writer.finish();
        }
        return read(folder, operation);
    }

    public static List<Batch> read(Path folder, Operation operation) throws IOException {
        List<Batch> batches = new ArrayList<>();
        try (PreparedReader reader = new PreparedReader(folder, JOB, operation)) {
            for (Optional<Batch> batch = reader.next(number -> true);
                    batch.isPresent();
                    batch = reader.next(number -> true)) {
                batches.add(batch.get());
            }
        }
        return batches;
    }
}
