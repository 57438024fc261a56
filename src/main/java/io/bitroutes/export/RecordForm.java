package io.bitroutes.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitroutes.api.Field;
import io.bitroutes.record.ExcelGuard;
import java.util.LinkedHashMap;
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
    static Map<String, String> titles(List<ExportColumn> columns) {
        Map<String, String> titles = new LinkedHashMap<>();
        columns.forEach(column -> titles.put(column.title(), ExcelGuard.on(column.title())));
        return titles;
    }

    /** The cells of a CSV row by title; what a record does not have is empty. */
    Map<String, String> cells(JsonNode item) {
        Map<String, String> cells = new LinkedHashMap<>();
        columns.forEach(column -> cells.put(column.title(), ExcelGuard.on(text(column.field(), item))));
        return cells;
    }

    /** The record without its empty fields, of the catalogue's types: the server is not strict about either. */
    ObjectNode object(JsonNode item) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (ExportColumn column : columns) {
            Field field = column.field();
            String text = text(field, item);
            if (field.type() == Field.Type.INTEGER && item.path(field.name()).isIntegralNumber()) {
                object.set(column.title(), item.get(field.name()));
            } else if (!text.isEmpty()) {
                object.put(column.title(), text);
            }
        }
        return object;
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
