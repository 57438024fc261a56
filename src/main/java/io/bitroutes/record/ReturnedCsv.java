package io.bitroutes.record;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Copies rows of a CSV file byte by byte, behind the columns that say why. */
final class ReturnedCsv {
    private final Content content;
    private final Charset charset;
    private final char delimiter;
    private final Wording wording;

    ReturnedCsv(Content content, FileFormat format, Wording wording) {
        this.content = content;
        this.charset = Charset.forName(format.charset());
        this.delimiter = format.delimiter().charAt(0);
        this.wording = wording;
    }

    void copy(Iterator<ReturnedRow> rows, OutputStream target) throws IOException {
        Reader text = new StrictReader(content.open(), charset, content.markLength());
        try (CsvRecords records = new CsvRecords(text, delimiter, wording);
                RawLines lines = new RawLines(content.open(), charset)) {
            Spans spans = new Spans(records, lines);
            CsvRow header = spans.nextFilled();
            OwnColumns own = new OwnColumns(positionsOfOwn(header), delimiter, charset);
            target.write(ByteOrderMark.of(charset).map(ByteOrderMark::bytes).orElse(new byte[0]));
            write(ReturnedRow.NAMES, own.cut(spans.bytes()), target);
            while (rows.hasNext()) {
                ReturnedRow row = rows.next();
                spans.moveTo(row.row());
                write(row.cells(), own.cut(spans.bytes()), target);
            }
        } catch (BrokenFileException e) {
            throw new IOException("the file is not the one that was read: " + e.getMessage(), e);
        }
    }

    private void write(List<String> cells, byte[] rest, OutputStream target) throws IOException {
        String front = cells.stream().map(this::quoted).collect(Collectors.joining(String.valueOf(delimiter)));
        target.write((front + delimiter).getBytes(charset));
        target.write(rest);
    }

    private String quoted(String cell) {
        boolean plain = cell.chars()
                .noneMatch(character ->
                        character == delimiter || character == '"' || character == '\n' || character == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static Set<Integer> positionsOfOwn(CsvRow header) {
        return IntStream.range(0, header.cells().size())
                .filter(position -> FieldNames.isOwn(header.cells().get(position)))
                .boxed()
                .collect(Collectors.toSet());
    }

    /** Goes from record to record, and knows where the present one ends: where the next one begins. */
    private static final class Spans {
        private final CsvRecords records;
        private final RawLines lines;
        private CsvRow present = new CsvRow(0, 0, List.of());
        private Optional<CsvRow> next;

        Spans(CsvRecords records, RawLines lines) throws IOException, BrokenFileException {
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
}
