package io.bitroutes.record;

import java.io.IOException;
import java.util.Optional;

/** Reads the records of a JSON file. */
final class JsonRecordReader implements RecordReader {
    private final JsonRecords records;
    private final JsonRecordCheck check;
    private final FileFormat format;
    private final DigestedBytes file;

    JsonRecordReader(JsonRecords records, JsonRecordCheck check, FileFormat format, DigestedBytes file) {
        this.records = records;
        this.check = check;
        this.format = format;
        this.file = file;
    }

    @Override
    public Optional<Row> next() throws IOException, BrokenFileException {
        try {
            if (records.next()) {
                return Optional.of(check.read(records.parser(), records.number()));
            }
        } catch (IOException e) {
            throw records.translated(e);
        }
        file.finish();
        return Optional.empty();
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
