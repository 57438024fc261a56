package io.bitroutes.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
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
    private final List<Column> columns;

    /** @param inPath what the path of the request says of it; null if nothing */
    private record Column(String name, SerializableString title, boolean integer, String inPath) {}

    /** @param place the fields of the path */
    RecordForm(List<ExportColumn> columns, Map<String, String> place) {
        this.columns = columns.stream().map(column -> column(column, place)).toList();
    }

    private static Column column(ExportColumn column, Map<String, String> place) {
        String name = column.field().name();
        boolean integer = column.field().type() == Field.Type.INTEGER;
        return new Column(name, new SerializedString(column.title()), integer, place.get(name));
    }

    /** The header of a CSV file; a title may look like a formula, too. */
    static List<String> titles(List<ExportColumn> columns) {
        return columns.stream().map(column -> ExcelGuard.on(column.title())).toList();
    }

    /** The cells of a CSV row, one for each column; what a record does not have is empty. */
    List<String> cells(JsonNode item) {
        List<String> cells = new ArrayList<>(columns.size());
        for (Column column : columns) {
            cells.add(ExcelGuard.on(text(column, item.path(column.name()))));
        }
        return cells;
    }

    /** Writes the record without its empty fields, of the catalogue's types: the server is not strict about either. */
    void write(JsonNode item, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Column column : columns) {
            JsonNode value = item.path(column.name());
            if (column.integer() && value.isIntegralNumber()) {
                json.writeFieldName(column.title());
                json.writeNumber(value.bigIntegerValue());
                continue;
            }
            String text = text(column, value);
            if (!text.isEmpty()) {
                json.writeFieldName(column.title());
                json.writeString(text);
            }
        }
        json.writeEndObject();
    }

    private static String text(Column column, JsonNode value) {
        if (column.inPath() != null) {
            return column.inPath();
        }
        return value.isContainerNode() ? value.toString() : value.asText("");
    }
}
