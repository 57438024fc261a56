package io.bitroutes.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.bitroutes.api.Field;
import java.io.IOException;
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

    /** What is read of a record: the pages that are to be brought into form have it in this order. */
    List<String> members() {
        return members;
    }

    /** The header of a CSV file. */
    static List<String> titles(List<ExportColumn> columns) {
        return columns.stream().map(ExportColumn::title).toList();
    }

    /** The text of a record in one of the columns, counted from 0. */
    String text(Cells page, int row, int column) {
        Column wanted = columns.get(column);
        return wanted.inPath() == null ? page.text(row, wanted.member()) : wanted.inPath();
    }

    /** Writes the record as a row with a cell for each column. */
    void write(Cells page, int row, CsvText csv) throws IOException {
        for (Column column : columns) {
            if (column.inPath() == null) {
                page.write(row, column.member(), csv);
            } else {
                csv.cell(column.inPath());
            }
        }
        csv.endRow();
    }

    /** Writes the record without its empty fields, of the catalogue's types: the server is not strict about either. */
    void write(Cells page, int row, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Column column : columns) {
            if (column.inPath() != null) {
                json.writeFieldName(column.title());
                json.writeString(column.inPath());
            } else if (!page.isEmpty(row, column.member())) {
                json.writeFieldName(column.title());
                writeValue(page, row, column, json);
            }
        }
        json.writeEndObject();
    }

    private static void writeValue(Cells page, int row, Column column, JsonGenerator json) throws IOException {
        if (column.integer() && page.isInteger(row, column.member())) {
            json.writeNumber(page.text(row, column.member()));
        } else {
            page.write(row, column.member(), json);
        }
    }
}
