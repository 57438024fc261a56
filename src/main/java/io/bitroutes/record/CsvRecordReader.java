package io.bitroutes.record;

import io.bitroutes.api.Operation;
import java.io.IOException;
import java.util.Optional;

/** Reads the rows of a CSV file below its header. */
final class CsvRecordReader implements RecordReader {
    private final CsvRecords records;
    private final CsvRowCheck check;
    private final FileFormat format;
    private final DigestedBytes file;
    private final boolean removes;
    private final Wording wording;

    CsvRecordReader(
            CsvRecords records,
            CsvRowCheck check,
            FileFormat format,
            DigestedBytes file,
            Operation operation,
            Wording wording) {
        this.records = records;
        this.check = check;
        this.format = format;
        this.file = file;
        this.removes = operation.removes();
        this.wording = wording;
    }

    @Override
    public Optional<Row> next() throws IOException, BrokenFileException {
        Optional<CsvRow> row = records.nextFilled();
        if (row.isEmpty()) {
            file.finish();
            return Optional.empty();
        }
        return Optional.of(checked(row.get()));
    }

    /** A name that was cut off may well be the name of someone else. */
    private Row checked(CsvRow row) throws IOException, BrokenFileException {
        return removes && records.cutOff() ? new Row.Bad(row.number(), wording.bad("cut-off")) : check.check(row);
    }

    @Override
    public FileFormat format() {
        return format;
    }

    @Override
    public String sha256() {
        return file.hex();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
