package io.bitroutes.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import io.bitroutes.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any table, in any dialect and charset, is read back equal, and any of its rows go back byte by byte. */
class CsvRoundTripTest {
    private static final int TABLES = 200;
    private static final String MSG = "no, \"never\"\n!";
    private static final List<String> FRONT = List.of("", "REFUSED", "7", "\"no, \"\"never\"\"\n!\"", "id");
    private static final Operation OPERATION = Operations.load().get("customers.update");
    private static final ReadingRules RULES =
            new ReadingRules(Optional.empty(), Optional.empty(), Optional.empty(), false, false, Map.of());

    @TempDir
    private Path folder;

    private final RecordFiles files = new RecordFiles(RULES, Texts.in("en"));

    private record Read(FileFormat format, List<Row> rows) {}

    @Test
    void anyTable() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        for (int index = 0; index < TABLES; index++) {
            RandomCsv table = new RandomCsv(new Random(seed + index));
            try {
                check(table, new Random(seed + index));
            } catch (AssertionError | Exception e) {
                throw new AssertionError("fails with -Dseed=" + (seed + index), e);
            }
        }
    }

    private void check(RandomCsv table, Random random) throws Exception {
        Path file = Files.write(folder.resolve("table.csv"), table.bytes());
        Read read = read(file);
        assertThat(read.rows()).isEqualTo(good(table.rows));
        assertThat(read.format().charset()).isEqualTo(table.charset.name());
        assertThat(read.format().delimiter()).isEqualTo(String.valueOf(table.delimiter));

        List<Integer> numbers = new ArrayList<>(table.rows.keySet());
        numbers.removeIf(number -> random.nextBoolean());
        byte[] expected = table.returned(numbers, numbers, FRONT);
        Path returned = Files.write(folder.resolve("returned.csv"), copy(file, read.format(), numbers));
        assertThat(Files.readAllBytes(returned)).isEqualTo(expected);

        Read again = read(returned);
        assertThat(valuesOf(again.rows()))
                .isEqualTo(numbers.stream().map(table.rows::get).toList());
        List<Integer> renumbered =
                again.rows().stream().map(row -> (int) row.number()).toList();
        assertThat(copy(returned, again.format(), renumbered)).isEqualTo(table.returned(numbers, renumbered, FRONT));
    }

    private Read read(Path file) throws IOException, BrokenFileException {
        List<Row> rows = new ArrayList<>();
        try (RecordReader reader = files.open(file, "table.csv", OPERATION)) {
            for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
            return new Read(reader.format(), rows);
        }
    }

    private byte[] copy(Path file, FileFormat format, List<Integer> numbers) throws IOException {
        Iterator<ReturnedRow> rows = numbers.stream()
                .map(number -> new ReturnedRow(number, "REFUSED", "7", MSG, "id"))
                .iterator();
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        files.copyReturned(file, format, rows, target);
        return target.toByteArray();
    }

    private static List<Row> good(Map<Integer, Map<String, Object>> rows) {
        List<Row> good = new ArrayList<>();
        rows.forEach((number, values) -> good.add(new Row.Good(number, values)));
        return good;
    }

    private static List<Map<String, Object>> valuesOf(List<Row> rows) {
        return rows.stream().map(row -> ((Row.Good) row).values()).toList();
    }
}
