package io.bitroutes.record;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/** Collects the cells of one record after the other, and measures them. */
final class CsvRowBuilder extends AbstractBaseCsvCallbackHandler<CsvRow> {
    private final RecordGuard guard;
    private long number;
    private List<String> cells = new ArrayList<>();
    private int characters;
    private int lines;

    CsvRowBuilder(RecordGuard guard) {
        this.guard = guard;
    }

    /** The number of the record last begun. */
    long number() {
        return number;
    }

    /** Whether the record last built is beyond the limits. */
    boolean tooLong() {
        return characters > RecordGuard.MOST_CHARACTERS || lines > RecordGuard.MOST_LINES;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        guard.recordBegins();
        number++;
        cells = new ArrayList<>(cells.size());
        characters = 0;
        lines = 1;
    }

    @Override
    protected void handleField(int index, char[] text, int offset, int length, boolean quoted) {
        cells.add(new String(text, offset, length));
        characters += length + 1;
        if (quoted) {
            lines += LineEnds.count(text, offset, length);
        }
    }

    @Override
    protected CsvRow buildRecord() {
        return new CsvRow(number, getStartingLineNumber(), cells);
    }
}
