package io.bitroutes.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.api.Field;
import io.bitroutes.api.Operation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Records as the texts of files. */
final class RecordTexts {
    private static final JsonMapper JSON = new JsonMapper();

    private RecordTexts() {}

    /** A text in the format that the extension names. */
    static String of(String extension, Operation operation, List<Map<String, Object>> records) {
        return extension.equals("csv") ? csv(operation, records) : json(records);
    }

    /** With the columns that are given; for a full replace with all that there are. */
    static String csv(Operation operation, List<Map<String, Object>> records) {
        Set<String> columns = new LinkedHashSet<>(records.get(0).keySet());
        if (operation.resetsMissing()) {
            operation.fields().stream()
                    .filter(field -> !field.readOnly())
                    .map(Field::name)
                    .forEach(columns::add);
        }
        return String.join(",", columns)
                + "\r\n"
                + records.stream().map(record -> line(columns, record)).collect(Collectors.joining());
    }

    static String json(List<Map<String, Object>> records) {
        try {
            return JSON.writeValueAsString(records);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON can be made of " + records, e);
        }
    }

    private static String line(Set<String> columns, Map<String, Object> record) {
        return columns.stream()
                .map(column -> quoted(record.getOrDefault(column, "").toString()))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }
}
