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
import java.util.stream.Stream;

/**
 * The records of an answer as a file holds them: the columns in their order, behind what the path of the request says of
 * them. Immutable.
 */
final class RecordForm {
    /** Where a record has its key. */
    static final int KEY = 0;

    private final List<String> members;
    private final List<Column> columns;

    /**
     * @param member where a record has it
     * @param inPath what the path of the request says of it; null if nothing
     */
    private record Column(int member, SerializableString title, boolean integer, String inPath) {}

    /**
     * @param key the member that tells records apart
     * @param place the fields of the path
     */
    RecordForm(String key, List<ExportColumn> columns, Map<String, String> place) {
        this.members = Stream.concat(Stream.of(key), columns.stream().map(column -> column.field()
                        .name()))
                .distinct()
                .filter(name -> !place.containsKey(name))
                .toList();
        this.columns = columns.stream().map(column -> column(column, place)).toList();
    }

    private Column column(ExportColumn column, Map<String, String> place) {
        String name = column.field().name();
        boolean integer = column.field().type() == Field.Type.INTEGER;
        return new Column(members.indexOf(name), new SerializedString(column.title()), integer, place.get(name));
    }

    /** What is read of a record: the arrays that are to be brought into form have it in this order. */
    List<String> members() {
        return members;
    }

    /** The header of a CSV file; a title may look like a formula, too. */
    static List<String> titles(List<ExportColumn> columns) {
        return columns.stream().map(column -> ExcelGuard.on(column.title())).toList();
    }

    /** The cells of a CSV row, one for each column; what a record does not have is empty. */
    List<String> cells(JsonNode item) {
        List<String> cells = new ArrayList<>(columns.size());
        for (Column column : columns) {
            cells.add(ExcelGuard.on(text(column, item)));
        }
        return cells;
    }

    /** Writes the record without its empty fields, of the catalogue's types: the server is not strict about either. */
    void write(JsonNode item, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Column column : columns) {
            if (column.integer() && item.path(column.member()).isIntegralNumber()) {
                json.writeFieldName(column.title());
                json.writeNumber(item.path(column.member()).bigIntegerValue());
                continue;
            }
            String text = text(column, item);
            if (!text.isEmpty()) {
                json.writeFieldName(column.title());
                json.writeString(text);
            }
        }
        json.writeEndObject();
    }

    private static String text(Column column, JsonNode item) {
        if (column.inPath() != null) {
            return column.inPath();
        }
        JsonNode value = item.path(column.member());
        if (value.isTextual()) {
            return value.textValue();
        }
        return value.isContainerNode() ? value.toString() : value.asText("");
    }
}
