package io.bitroutes.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bitroutes.api.Field;
import io.bitroutes.api.Operation;
import io.bitroutes.record.ExcelGuard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The records of an answer as a file holds them: the fields of the catalogue in its order, the read-only ones too, behind
 * what the path of the request says of them. Immutable.
 */
final class RecordForm {
    private final List<Field> fields;
    private final Map<String, String> place;

    /** @param place the fields of the path */
    RecordForm(Operation operation, Map<String, String> place) {
        this.fields = columns(operation);
        this.place = place;
    }

    /** The header of a CSV file. */
    static Map<String, String> titles(Operation operation) {
        Map<String, String> titles = new LinkedHashMap<>();
        columns(operation).forEach(field -> titles.put(field.name(), field.name()));
        return titles;
    }

    /** The cells of a CSV row by column; what a record does not have is empty. */
    Map<String, String> cells(JsonNode item) {
        Map<String, String> cells = new LinkedHashMap<>();
        fields.forEach(field -> cells.put(field.name(), ExcelGuard.on(text(field, item))));
        return cells;
    }

    /** The record without its empty fields, of the catalogue's types: the server is not strict about either. */
    ObjectNode object(JsonNode item) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Field field : fields) {
            String text = text(field, item);
            if (field.type() == Field.Type.INTEGER && item.path(field.name()).isIntegralNumber()) {
                object.set(field.name(), item.get(field.name()));
            } else if (!text.isEmpty()) {
                object.put(field.name(), text);
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

    /** A field that is sent under the name of another, as a new name is, is no part of what BitAnswer holds. */
    private static List<Field> columns(Operation operation) {
        return operation.fields().stream()
                .filter(field -> field.sends().equals(field.name()))
                .toList();
    }
}
