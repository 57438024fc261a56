package io.bitroutes.record;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Goes from record to record, and knows where the present one ends: where the next one begins. */
final class CsvSpans {
    private final CsvRecords records;
    private final RawLines lines;
    private CsvRow present = new CsvRow(0, 0, List.of());
    private Optional<CsvRow> next;

    CsvSpans(CsvRecords records, RawLines lines) throws IOException, BrokenFileException {
        this.records = records;
        this.lines = lines;
        this.next = records.next();
    }

    CsvRow nextFilled() throws IOException, BrokenFileException {
        do {
            step(present.number() + 1);
        } while (present.blank());
        return present;
    }

    void moveTo(long number) throws IOException, BrokenFileException {
        while (present.number() < number) {
            step(number);
        }
        if (present.number() != number) {
            throw new IOException("row " + number + " is asked for after row " + present.number());
        }
    }

    byte[] bytes() throws IOException {
        lines.skipTo(present.line());
        return lines.takeTo(next.map(CsvRow::line).orElse(Long.MAX_VALUE));
    }

    private void step(long wanted) throws IOException, BrokenFileException {
        present = next.orElseThrow(() -> new IOException("the file has no row " + wanted));
        next = records.next();
    }
}
