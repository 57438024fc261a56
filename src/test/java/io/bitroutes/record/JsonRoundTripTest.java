package io.bitroutes.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import io.bitroutes.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Any records, in any shape and charset, are read back equal, and any of them go back letter by letter. */
class JsonRoundTripTest {
    private static final int FILES = 200;
    private static final Operation OPERATION = Operations.load().get("customers.update");
    private static final String FRONT =
            "\"_code\":\"REFUSED\",\"_status\":\"7\",\"_msg\":\"no, \\\"never\\\"\",\"_request\":\"\"";

    @TempDir
    private Path folder;

    private final RecordFiles files = new RecordFiles(ReadingRules.DEFAULT, Texts.in("en"));

    private record Read(FileFormat format, List<Row> rows) {}

    @Test
    void anyRecords() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        for (int index = 0; index < FILES; index++) {
            try {
                check(new RandomJson(new Random(seed + index)), new Random(seed + index));
            } catch (AssertionError | Exception e) {
                throw new AssertionError("fails with -Dseed=" + (seed + index), e);
            }
        }
    }

    @Test
    void membersOfAnEarlierRoundAreReplacedWhereverTheyAre() throws Exception {
        String text = "[{\"_a\":1, \"name\":\"A\", \"_b\":{\"x\":[2]},\n \"city\":\"x\" , \"_c\":3 }, 7, {\"_x\":1}]";
        Path file = Files.writeString(folder.resolve("file.json"), text);
        FileFormat format = read(file).format();
        assertThat(new String(copy(file, format, List.of(1L, 2L, 3L)), StandardCharsets.UTF_8))
                .isEqualTo("{\"_row\":1," + FRONT + ",\"name\":\"A\", \"city\":\"x\" }\n{\"_row\":2," + FRONT
                        + ",\"_value\":7}\n{\"_row\":3," + FRONT + "}\n");
    }

    private void check(RandomJson json, Random random) throws Exception {
        Path file = Files.write(folder.resolve("file.json"), json.bytes);
        Read read = read(file);
        assertThat(valuesOf(read.rows())).isEqualTo(json.rows);

        List<Integer> indexes = IntStream.range(0, json.rows.size())
                .filter(index -> random.nextBoolean())
                .boxed()
                .toList();
        List<Long> numbers =
                indexes.stream().map(index -> read.rows().get(index).number()).toList();
        byte[] copied = copy(file, read.format(), numbers);
        assertThat(new String(copied, json.charset)).isEqualTo(expected(json, indexes, numbers, read.format()));
        if (!indexes.isEmpty()) {
            Path returned = Files.write(folder.resolve("returned.jsonl"), copied);
            Read again = read(returned);
            assertThat(valuesOf(again.rows()))
                    .isEqualTo(indexes.stream().map(json.rows::get).toList());
            List<Long> lines = again.rows().stream().map(Row::number).toList();
            assertThat(new String(copy(returned, again.format(), lines), json.charset))
                    .isEqualTo(expected(json, indexes, lines, again.format()));
        }
    }

    private static String expected(RandomJson json, List<Integer> indexes, List<Long> numbers, FileFormat format) {
        StringBuilder expected = new StringBuilder(json.mark ? "\uFEFF" : "");
        for (int index = 0; index < indexes.size(); index++) {
            expected.append("{\"_row\":").append(numbers.get(index)).append(',').append(FRONT);
            expected.append(',').append(json.members.get(indexes.get(index))).append('}');
            expected.append(format.lineEnd());
        }
        return expected.toString();
    }

    private Read read(Path file) throws IOException, BrokenFileException {
        List<Row> rows = new ArrayList<>();
        try (RecordReader reader = files.open(file, "file.json", OPERATION)) {
            for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(row.get());
            }
            return new Read(reader.format(), rows);
        }
    }

    private byte[] copy(Path file, FileFormat format, List<Long> numbers) throws IOException {
        Iterator<ReturnedRow> rows = numbers.stream()
                .map(number -> new ReturnedRow(number, "REFUSED", "7", "no, \"never\"", ""))
                .iterator();
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        files.copyReturned(file, format, rows, target);
        return target.toByteArray();
    }

    private static List<Map<String, Object>> valuesOf(List<Row> rows) {
        return rows.stream().map(row -> ((Row.Good) row).values()).toList();
    }
}
