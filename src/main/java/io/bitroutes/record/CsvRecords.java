package io.bitroutes.record;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The records of a CSV text, blank lines included, one after the other. */
final class CsvRecords implements Closeable {
    private final Wording wording;
    private final RecordGuard guard;
    private final CsvRowBuilder builder;
    private final CloseableIterator<CsvRow> rows;

    CsvRecords(Reader text, char delimiter, Wording wording) {
        this.wording = wording;
        this.guard = new RecordGuard(text, RecordGuard.MOST_LINES);
        this.builder = new CsvRowBuilder(guard);
        this.rows = CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(builder, guard)
                .iterator();
    }

    /** The next record; empty at the end. */
    Optional<CsvRow> next() throws IOException, BrokenFileException {
        return hasNext() ? Optional.of(rows.next()) : Optional.empty();
    }

    /** The next record that is not blank; empty at the end. */
    Optional<CsvRow> nextFilled() throws IOException, BrokenFileException {
        Optional<CsvRow> row = next();
        while (row.isPresent() && row.get().blank()) {
            row = next();
        }
        return row;
    }

    /** Whether the record handed out last ends with the file instead of with its line. */
    boolean cutOff() throws IOException, BrokenFileException {
        return !hasNext() && !guard.endsWithLineEnd();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private boolean hasNext() throws IOException, BrokenFileException {
        try {
            boolean more = rows.hasNext();
            if (more && builder.tooLong()) {
                throw wording.tooLong(builder.number());
            }
            return more;
        } catch (UncheckedIOException e) {
            throw wording.translated(e.getCause(), builder.number());
        } catch (CsvParseException e) {
            throw translated(e);
        }
    }

    private BrokenFileException translated(CsvParseException failure) {
        if (failure.getCause() != null) {
            throw failure;
        }
        String key = guard.ended() ? "unclosed-quote" : "after-quote";
        return wording.brokenAt(builder.number(), key);
    }
}
