package io.bitroutes.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.api.Field;
import io.bitroutes.record.ExcelGuard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The records of an answer as a file holds them: the columns in their order, behind what the path of the request says of
 * them. Immutable.
 */
final class RecordForm {
    private final List<ExportColumn> columns;
    private final Map<String, String> place;

    /** @param place the fields of the path */
    RecordForm(List<ExportColumn> columns, Map<String, String> place) {
        this.columns = columns;
        this.place = place;
    }

    /** The header of a CSV file; a title may look like a formula, too. */
    static List<String> titles(List<ExportColumn> columns) {
        return columns.stream().map(column -> ExcelGuard.on(column.title())).toList();
    }

    /** The cells of a CSV row, one for each column; what a record does not have is empty. */
    List<String> cells(JsonNode item) {
        List<String> cells = new ArrayList<>(columns.size());
        for (ExportColumn column : columns) {
            cells.add(ExcelGuard.on(text(column.field(), item)));
        }
        return cells;
    }

    /** Writes the record without its empty fields, of the catalogue's types: the server is not strict about either. */
    void write(JsonNode item, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (ExportColumn column : columns) {
            Field field = column.field();
            JsonNode value = item.path(field.name());
            String text = text(field, item);
            if (field.type() == Field.Type.INTEGER && value.isIntegralNumber()) {
                json.writeFieldName(column.title());
                json.writeNumber(value.bigIntegerValue());
            } else if (!text.isEmpty()) {
                json.writeStringField(column.title(), text);
            }
        }
        json.writeEndObject();
    }

    private String text(Field field, JsonNode item) {
        String inPath = place.get(field.name());
        JsonNode value = item.path(field.name());
        if (inPath != null) {
            return inPath;
        }
        return value.isContainerNode() ? value.toString() : value.asText("");
    }
}
