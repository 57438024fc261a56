package io.bitroutes.record;

import io.bitroutes.api.Operation;
import java.util.List;

/** Turns the cells of a row into a record, or into the reason why it is none. */
final class CsvRowCheck {
    private final Operation operation;
    private final Header header;
    private final CellCheck cells;
    private final SwallowedRows swallowed;
    private final Wording wording;

    CsvRowCheck(Operation operation, Header header, CellCheck cells, SwallowedRows swallowed, Wording wording) {
        this.operation = operation;
        this.header = header;
        this.cells = cells;
        this.swallowed = swallowed;
        this.wording = wording;
    }

    Row check(CsvRow row) {
        if (row.cells().size() != header.width()) {
            int found = row.cells().size();
            return new Row.Bad(row.number(), wording.bad("ragged", found, header.width()));
        }
        if (header.source().isPresent()
                && Inheritance.inherited(row.cells().get(header.source().getAsInt()))) {
            return new Row.Skipped(row.number());
        }
        return draft(row).row(operation, wording);
    }

    private Draft draft(CsvRow row) {
        List<String> texts = row.cells();
        Draft draft = new Draft(row.number());
        for (Header.Column column : header.columns()) {
            String text = texts.get(column.position());
            if (swallowed.in(text)) {
                draft.complain(wording.bad("swallowed-rows", column.field().name()));
            } else {
                cells.check(column.field(), text, draft);
            }
        }
        for (int position : header.unnamed()) {
            if (!texts.get(position).isBlank()) {
                draft.complain(wording.bad("unnamed-column", position + 1, texts.get(position)));
            }
        }
        return draft;
    }
}
