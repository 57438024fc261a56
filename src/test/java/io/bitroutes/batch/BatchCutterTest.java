package io.bitroutes.batch;

import static io.bitroutes.batch.Batches.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.api.Operations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchCutterTest {
    private static final Operations OPERATIONS = Operations.load();
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"0,''", "1,1", "999,999", "1000,1000", "1001,'1000,1'", "2500,'1000,1000,500'"})
    void aBatchHasAtMostAThousandRecords(int records, String sizes) throws IOException {
        List<Batch> batches = cut("customers.update", customers(records));

        assertThat(batches.stream().map(batch -> String.valueOf(batch.size())))
                .isEqualTo(List.of(sizes.split(",")).stream()
                        .filter(size -> !size.isEmpty())
                        .toList());
        assertThat(batches.stream().map(Batch::number))
                .isEqualTo(IntStream.rangeClosed(1, batches.size()).boxed().toList());
    }

    @Test
    void rowsFollowTheirRecords() throws IOException {
        List<Batch> batches = cut("customers.update", customers(1001));

        assertThat(batches).map(Batch::rows).map(RowNumbers::toString).containsExactly("2-1001", "1002");
    }

    @Test
    void aBodyHasAtMostFourMebibytes() throws IOException {
        List<Map<String, Object>> large = new ArrayList<>();
        for (int index = 0; index < 10; index++) {
            large.add(record("name", "n" + index, "description", "x".repeat(MEBIBYTE - 100)));
        }

        List<Batch> batches = cut("customers.update", large);

        assertThat(batches).map(Batch::size).containsExactly(4, 4, 2);
        assertThat(batches).allMatch(batch -> whole(batch).length <= 4 * MEBIBYTE);
    }

    @Test
    void aFourthMebibyteIsFilledToTheLastByte() throws IOException {
        int beside = "{\"name\":\"a\",\"description\":\"\"}".length();
        String half = "x".repeat(2 * MEBIBYTE - beside - 2);
        List<Map<String, Object>> exact =
                List.of(record("name", "a", "description", half), record("name", "b", "description", half + "x"));
        List<Map<String, Object>> oneMore =
                List.of(record("name", "a", "description", half), record("name", "b", "description", half + "xx"));

        assertThat(cut("customers.update", exact))
                .map(batch -> whole(batch).length)
                .containsExactly(4 * MEBIBYTE);
        assertThat(cut("customers.update", oneMore)).map(Batch::size).containsExactly(1, 1);
    }

    @Test
    void aRepeatedKeyClosesTheBatch() throws IOException {
        List<Batch> batches = cut(
                "customers.update",
                List.of(
                        record("name", "a", "city", "1"),
                        record("name", "b", "city", "1"),
                        record("name", "a", "city", "2"),
                        record("name", "b", "city", "2")));

        assertThat(batches).map(Batch::rows).map(RowNumbers::toString).containsExactly("2-3", "4-5");
        assertThat(text(batches.get(1))).isEqualTo("""
                [{"name":"a","city":"2"},{"name":"b","city":"2"}]""");
    }

    @Test
    void recordsOfOneLicenceAreGathered() throws IOException {
        List<Batch> batches =
                cut("datas.upsert", List.of(item("A", "x"), item("B", "x"), item("A", "y"), item("B", "y")));

        assertThat(batches).map(batch -> batch.payload().path(0)).containsExactly("/sns/A/datas", "/sns/B/datas");
        assertThat(batches).map(Batch::rows).map(RowNumbers::toString).containsExactly("2,4", "3,5");
        assertThat(text(batches.get(0))).isEqualTo("""
                [{"name":"x","value":"v"},{"name":"y","value":"v"}]""");
    }

    @Test
    void aRepeatedKeyClosesTheBatchOfItsLicenceOnly() throws IOException {
        List<Batch> batches =
                cut("datas.upsert", List.of(item("A", "x"), item("B", "x"), item("A", "x"), item("B", "y")));

        assertThat(batches).map(Batch::rows).map(RowNumbers::toString).containsExactly("2", "3,5", "4");
    }

    @Test
    void whenTooMuchIsGatheredTheLargestGoFirst() throws IOException {
        List<Map<String, Object>> records = new ArrayList<>();
        String large = "x".repeat(MEBIBYTE / 2);
        for (int round = 0; round < 7; round++) {
            for (int licence = 0; licence < 10; licence++) {
                String value = licence == 3 ? large : large.substring(0, large.length() / 2);
                records.add(record("sn", "L" + licence, "name", "n" + round, "value", value));
            }
        }

        List<Batch> batches = cut("datas.upsert", records);

        assertThat(batches.get(0).payload().path(0)).isEqualTo("/sns/L3/datas");
        assertThat(batches.stream().mapToInt(Batch::size).sum()).isEqualTo(70);
        assertThat(batches).hasSizeBetween(11, 20);
    }

    @Test
    void aLicenceInEveryRowNeedsNoMoreMemoryThanOthers() throws IOException {
        List<Map<String, Object>> records = IntStream.range(0, 30_000)
                .mapToObj(index -> item("L" + index, "x"))
                .toList();

        List<Batch> batches = cut("datas.upsert", records);

        assertThat(batches).hasSize(30_000);
        assertThat(batches.get(0).rows()).hasToString("2");
    }

    @Test
    void atMostFiftyRecordsGoOneByOneInABatch() throws IOException {
        List<Batch> batches = cut("customer.update", customers(101));

        assertThat(batches).map(Batch::size).containsExactly(50, 50, 1);
        assertThat(batches.get(1).payload().path(49)).isEqualTo("/customers/customer/c99");
        assertThat(batches.get(1).payload().body(49, 49)).asString().isEqualTo("{\"city\":\"x\"}");
    }

    @Test
    void aRenameHoldsBothNames() throws IOException {
        List<Batch> batches = cut(
                "product.update",
                List.of(
                        record("productName", "old", "newProductName", "new"),
                        record("productName", "other"),
                        record("productName", "new", "description", "d")));

        assertThat(batches).map(Batch::size).containsExactly(2, 1);
        assertThat(batches.get(0).payload().keys(0)).containsExactly("old", "new");
        assertThat(batches.get(0).fenceKeys())
                .containsExactlyInAnyOrder("products\n\nold", "products\n\nnew", "products\n\nother");
        assertThat(batches.get(0).payload().body(0, 0)).asString().isEqualTo("{\"productName\":\"new\"}");
    }

    @Test
    void namesToBeDeletedAreAnArrayOfStrings() throws IOException {
        List<Batch> batches =
                cut("datas.delete", List.of(record("sn", "A/1", "name", "主题"), record("sn", "A/1", "name", "\"b\"")));

        assertThat(text(batches.get(0))).isEqualTo("[\"主题\",\"\\\"b\\\"\"]");
        assertThat(batches.get(0).payload().path(0)).isEqualTo("/sns/A%2F1/datas");
        assertThat(batches.get(0).fenceKeys()).containsExactlyInAnyOrder("datas\nA/1\n主题", "datas\nA/1\n\"b\"");
    }

    @Test
    void aReplacedProductKeepsItsNameWhenThereIsNoNewOne() throws IOException {
        Batch batch = cut(
                        "product.replace",
                        List.of(
                                record("productName", "a", "refId", "r"),
                                record("productName", "b", "newProductName", "c")))
                .get(0);

        assertThat(batch.payload().body(0, 0)).asString().isEqualTo("{\"productName\":\"a\",\"refId\":\"r\"}");
        assertThat(batch.payload().body(1, 1)).asString().isEqualTo("{\"productName\":\"c\"}");
        assertThat(batch.payload().path(1)).isEqualTo("/products/b");
    }

    @Test
    void aDeleteByNameHasNoBody() throws IOException {
        Batch batch = cut("customer.delete", List.of(record("name", "a"), record("name", "b")))
                .get(0);

        assertThat(batch.payload().body(1, 1)).isEmpty();
        assertThat(batch.payload().path(1)).isEqualTo("/customers/customer/b");
    }

    private List<Batch> cut(String operation, List<Map<String, Object>> records) throws IOException {
        return Batches.of(folder, OPERATIONS.get(operation), 1000, records);
    }

    private static List<Map<String, Object>> customers(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> record("name", "c" + index, "city", "x"))
                .toList();
    }

    private static Map<String, Object> item(String licence, String name) {
        return record("sn", licence, "name", name, "value", "v");
    }

    private static byte[] whole(Batch batch) {
        return batch.payload().body(0, batch.size() - 1);
    }

    private static String text(Batch batch) {
        return new String(whole(batch), StandardCharsets.UTF_8);
    }
}
