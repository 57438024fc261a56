package io.bitroutes.record;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** Tells what became of which rows when the file they stood in is lost: our own columns and nothing behind them. */
final class ReturnedReasons {
    private static final String NO_RECORD = "{}";

    private final FileFormat.Kind kind;

    ReturnedReasons(FileFormat.Kind kind) {
        this.kind = kind;
    }

    void copy(Iterator<ReturnedRow> rows, OutputStream target) throws IOException {
        if (kind == FileFormat.Kind.CSV) {
            target.write(ByteOrderMark.UTF_8.bytes());
            write(cells(ReturnedRow.NAMES), target);
        }
        while (rows.hasNext()) {
            ReturnedRow row = rows.next();
            write(kind == FileFormat.Kind.CSV ? cells(row.cells()) : ReturnedObject.line(row, NO_RECORD), target);
        }
    }

    private static String cells(List<String> cells) {
        return cells.stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    private static void write(String line, OutputStream target) throws IOException {
        target.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
