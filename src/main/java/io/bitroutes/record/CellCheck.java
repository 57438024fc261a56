package io.bitroutes.record;

import io.bitroutes.api.Field;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks the cells of a CSV file, where everything is text and nothing means "not given". */
final class CellCheck {
    /** What Excel shows, and saves, for a number of more than eleven digits. */
    private static final Pattern REWRITTEN_BY_EXCEL = Pattern.compile("[+-]?[0-9](\\.[0-9]+)?E[+-][0-9]{2,3}");

    private final ValueCheck values;
    private final Optional<String> clearToken;
    private final boolean excelCheck;
    private final Wording wording;

    CellCheck(ValueCheck values, ReadingRules rules, Wording wording) {
        this.values = values;
        this.clearToken = rules.clearToken();
        this.excelCheck = rules.excelCheck();
        this.wording = wording;
    }

    void check(Field field, String cell, Draft draft) {
        String value = values.stored(field, ExcelGuard.off(cell));
        if (value.isEmpty()) {
            empty(field, draft);
        } else if (clears(field, cell)) {
            clear(field, value, draft);
        } else if (field.type() == Field.Type.INTEGER) {
            values.wholeNumber(field, value, draft);
        } else if (excelCheck && looksRewritten(value)) {
            draft.complain(wording.bad("excel", field.name(), value));
        } else {
            values.text(field, value, draft);
        }
    }

    /** A guarded token is a text that happens to look like one. */
    private boolean clears(Field field, String cell) {
        return clearToken.isPresent() && clearToken.get().equals(values.stored(field, cell));
    }

    private void empty(Field field, Draft draft) {
        if (field.required()) {
            draft.complain(wording.bad("required", field.name()));
        }
    }

    private void clear(Field field, String token, Draft draft) {
        if (field.clearable()) {
            draft.give(field, "");
        } else {
            draft.complain(wording.bad("not-clearable", field.name(), token));
        }
    }

    private static boolean looksRewritten(String value) {
        return value.indexOf('E') > 0
                && REWRITTEN_BY_EXCEL.matcher(value.strip()).matches();
    }
}
