package io.bitroutes.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.bitroutes.export.ExportForm;
import io.bitroutes.export.ExportFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads an exported file with other means than the program's: each record as its non-empty fields, all as text. */
public final class ExportedFile {
    private static final JsonMapper JSON = new JsonMapper();

    private ExportedFile() {}

    static Path in(Path folder, ExportFormat format) {
        return folder.resolve("export." + format.name());
    }

    static List<Map<String, String>> records(Path folder, ExportFormat format) throws IOException {
        return records(in(folder, format), ExportForm.of(format));
    }

    public static List<Map<String, String>> records(Path file, ExportForm form) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = form.gzip() ? new GZIPInputStream(bytes) : bytes) {
            String text = new String(
                    plain.readAllBytes(), Charset.forName(form.charset().label()));
            return switch (form.format()) {
                case CSV -> rows(text);
                case JSON -> objects(JSON.readTree(text));
                case JSONL -> lines(text);
            };
        }
    }

    /** Records of the sandbox in the same form. */
    public static List<Map<String, String>> texts(Iterable<Map<String, Object>> items) {
        List<Map<String, String>> texts = new ArrayList<>();
        for (Map<String, Object> item : items) {
            Map<String, String> text = new LinkedHashMap<>();
            item.forEach((name, value) -> text.put(name, value.toString()));
            texts.add(text);
        }
        return texts;
    }

    private static List<Map<String, String>> rows(String text) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(withoutMark(text))) {
            for (NamedCsvRecord row : csv) {
                Map<String, String> cells = new LinkedHashMap<>(row.getFieldsAsMap());
                cells.values().removeIf(String::isEmpty);
                rows.add(cells);
            }
        }
        return rows;
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static List<Map<String, String>> lines(String text) throws IOException {
        List<JsonNode> items = new ArrayList<>();
        try (MappingIterator<JsonNode> lines = JSON.readerFor(JsonNode.class).readValues(text)) {
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
