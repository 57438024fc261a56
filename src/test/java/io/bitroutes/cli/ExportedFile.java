package io.bitroutes.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.bitroutes.export.ExportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads an exported file with other means than the program's: each record as its non-empty fields, all as text. */
final class ExportedFile {
    private static final JsonMapper JSON = new JsonMapper();

    private ExportedFile() {}

    static Path in(Path folder, ExportFormat format) {
        return folder.resolve("export." + format.name());
    }

    static List<Map<String, String>> records(Path folder, ExportFormat format) throws IOException {
        Path file = in(folder, format);
        return switch (format) {
            case CSV -> rows(file);
            case JSON -> objects(JSON.readTree(file.toFile()));
            case JSONL -> lines(file);
        };
    }

    /** Records of the sandbox in the same form. */
    static List<Map<String, String>> texts(Iterable<Map<String, Object>> items) {
        List<Map<String, String>> texts = new ArrayList<>();
        for (Map<String, Object> item : items) {
            Map<String, String> text = new LinkedHashMap<>();
            item.forEach((name, value) -> text.put(name, value.toString()));
            texts.add(text);
        }
        return texts;
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : csv) {
                Map<String, String> cells = new LinkedHashMap<>(row.getFieldsAsMap());
                cells.values().removeIf(String::isEmpty);
                rows.add(cells);
            }
        }
        return rows;
    }

    private static List<Map<String, String>> lines(Path file) throws IOException {
        List<JsonNode> items = new ArrayList<>();
        try (MappingIterator<JsonNode> lines = JSON.readerFor(JsonNode.class).readValues(Files.readString(file))) {
            lines.forEachRemaining(items::add);
        }
        return objects(items);
    }

    private static List<Map<String, String>> objects(Iterable<JsonNode> items) {
        List<Map<String, String>> objects = new ArrayList<>();
        for (JsonNode item : items) {
            Map<String, String> object = new LinkedHashMap<>();
            item.properties()
                    .forEach(member ->
                            object.put(member.getKey(), member.getValue().asText()));
            objects.add(object);
        }
        return objects;
    }
}
