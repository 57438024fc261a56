package io.bitroutes.faults;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.bitroutes.it.HomeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of one file that came back, from all files in which rows come back. Immutable. */
record Returned(List<Row> rows) {
    private static final List<String> OWN = List.of("_row", "_code", "_status", "_msg", "_request");
    private static final List<String> KINDS = List.of("rejected", "unknown", "not-sent");

    /**
     * A row that came back.
     *
     * @param kind the word in the name of its file
     * @param cells the user's own, joined by commas
     */
    record Row(int number, String kind, String code, String status, String cells) {}

    /** What is there of a job; a file without its head line is read as one without rows. */
    static Returned of(HomeFolder home, String operation, String stem, String job) {
        List<Row> rows = new ArrayList<>();
        for (String kind : KINDS) {
            Path file = home.root()
                    .resolve("dead-letter")
                    .resolve(operation)
                    .resolve(stem + "." + job + "." + kind + ".csv");
            if (file.toFile().exists()) {
                rows.addAll(read(file, kind));
            }
        }
        return new Returned(rows);
    }

    static String job(JsonNode receipt) {
        return receipt.path("job").textValue();
    }

    Set<Integer> numbers() {
        return rows.stream().map(Row::number).collect(Collectors.toSet());
    }

    long count(String kind) {
        return rows.stream().filter(row -> row.kind().equals(kind)).count();
    }

    private static List<Row> read(Path file, String kind) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(withoutMark(HomeFolder.text(file)));
                Stream<CsvRecord> records = reader.stream()) {
            return records.filter(record -> record.getFieldCount() > OWN.size())
                    .filter(record -> !record.getField(0).equals(OWN.get(0)))
                    .map(record -> row(record, kind))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(CsvRecord record, String kind) {
        List<String> fields = record.getFields();
        return new Row(
                Integer.parseInt(fields.get(0)),
                kind,
                fields.get(1),
                fields.get(2),
                String.join(",", fields.subList(OWN.size(), fields.size())));
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
