package io.bitroutes.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.api.Operations;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the behaviour tables {@code spec/csv.yaml} and {@code spec/json.yaml}. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecordSpecTest {
    private static final int FEWEST_CASES = 100;
    private static final Operations OPERATIONS = Operations.load();
    private static final Set<String> RAN = new HashSet<>();

    @TempDir
    private Path folder;

    static Stream<SpecCase> csv() {
        return SpecCase.table("csv.yaml").stream();
    }

    static Stream<SpecCase> json() {
        return SpecCase.table("json.yaml").stream();
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("csv")
    void csvAsItComes(SpecCase spec) throws IOException {
        check(spec, "file.csv");
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("json")
    void jsonAsItComes(SpecCase spec) throws IOException {
        check(spec, "file.json");
    }

    @Order(2)
    @Test
    void allCasesRan() {
        List<String> ids = Stream.concat(csv(), json()).map(SpecCase::id).toList();
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(FEWEST_CASES);
        assertThat(RAN).containsExactlyInAnyOrderElementsOf(ids);
    }

    private void check(SpecCase spec, String name) throws IOException {
        Path file = Files.write(folder.resolve("content"), spec.bytes());
        List<Map<String, Object>> rows = new ArrayList<>();
        Optional<String> broken = Optional.empty();
        Texts texts = Texts.in(spec.language() == null ? "en" : spec.language());
        try (RecordReader reader = new RecordFiles(spec.reading(), texts)
                .open(file, spec.file() == null ? name : spec.file(), OPERATIONS.get(spec.operation()))) {
            for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                rows.add(shown(row.get()));
            }
            checkFormat(spec, reader.format());
        } catch (BrokenFileException e) {
            broken = Optional.of(e.getMessage());
        }
        assertThat(broken).isEqualTo(Optional.ofNullable(spec.broken()));
        assertThat(rows).isEqualTo(spec.rows() == null ? List.of() : spec.rows());
        RAN.add(spec.id());
    }

    private static void checkFormat(SpecCase spec, FileFormat format) {
        if (spec.format() != null) {
            String mark = format.byteOrderMark() ? " mark" : "";
            String lineEnd = format.lineEnd().replace("\r", "CR").replace("\n", "LF");
            String gzip = format.gzip() ? " gzip" : "";
            assertThat(format.charset() + mark + " " + format.delimiter().replace("\t", "tab") + " " + lineEnd + gzip)
                    .isEqualTo(spec.format());
        }
    }

    private static Map<String, Object> shown(Row row) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("row", (int) row.number());
        if (row instanceof Row.Good good) {
            shown.putAll(good.values());
        } else if (row instanceof Row.Bad bad) {
            shown.put("bad", bad.reason());
        } else {
            shown.put("skipped", true);
        }
        return shown;
    }
}
