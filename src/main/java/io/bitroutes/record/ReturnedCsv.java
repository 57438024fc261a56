package io.bitroutes.record;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
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
        Reader text = new StrictReader(content.open(), charset, content);
        try (CsvRecords records = new CsvRecords(text, delimiter, wording);
                RawLines lines = new RawLines(content.open(), charset)) {
            CsvSpans spans = new CsvSpans(records, lines);
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
}
