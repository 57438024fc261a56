package io.bitroutes.export;

import io.bitroutes.api.Field;
import io.bitroutes.api.Operation;
import java.util.List;

/**
 * A column of a CSV file, a member of a JSON record.
 *
 * @param field what stands in it
 * @param title its name in the file
 */
public record ExportColumn(Field field, String title) {

    /** Everything BitAnswer holds, by its names. A field that is sent as another, as a new name is, is no part of that. */
    static List<ExportColumn> all(Operation operation) {
        return operation.fields().stream()
                .filter(field -> field.sends().equals(field.name()))
                .map(field -> new ExportColumn(field, field.name()))
                .toList();
    }
}
