package io.bitroutes.batch;

import static io.bitroutes.batch.Batches.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import io.bitroutes.record.Row;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedTest {
    private static final Operation UPDATE = Operations.load().get("customers.update");
    private static final Operation DELETE = Operations.load().get("customer.delete");
    private static final List<Map<String, Object>> CUSTOMERS =
            List.of(record("name", "甲", "city", "上海"), record("name", "b"), record("name", "c\nd"));

    @TempDir
    private Path folder;

    @Test
    void aBatchIsAHeaderLineAndTheBytesOfItsBody() throws IOException {
        Batches.of(folder, UPDATE, 2, CUSTOMERS);

        List<String> lines = Files.readAllLines(prepared());
        assertThat(lines).hasSize(5);
        assertThat(lines.get(1)).isEqualTo("[{\"name\":\"甲\",\"city\":\"上海\"},{\"name\":\"b\"}]");
        assertThat(lines.get(3)).isEqualTo("[{\"name\":\"c\\nd\"}]");
        assertThat(lines.get(4)).isEqualTo("end");
        assertThat(content()).endsWith("\nend\n");
    }

    @Test
    void theHeaderSaysWhatFollows() throws IOException {
        Batches.of(folder, UPDATE, 2, CUSTOMERS);
        byte[] body = Files.readAllLines(prepared()).get(1).getBytes(StandardCharsets.UTF_8);

        JsonNode header = header();

        assertThat(members(header)).containsExactly("batch", "method", "path", "rows", "request", "length", "digest");
        assertThat(header.get("batch").asInt()).isEqualTo(1);
        assertThat(header.get("method").asText()).isEqualTo("PATCH");
        assertThat(header.get("path").asText()).isEqualTo("/customers");
        assertThat(header.get("rows").asText()).isEqualTo("2-3");
        assertThat(header.get("length").asInt()).isEqualTo(body.length);
        assertThat(header.get("digest").asText()).isEqualTo(PreparedWriter.digest(body));
        assertThat(header.get("request").asText())
                .isEqualTo(RequestId.of(Batches.JOB, 1, 0, 1, "PATCH", "/customers", body, 0));
    }

    @Test
    void theHeaderOfAnItemsBatchNamesItsLicence() throws IOException {
        Batches.of(folder, Operations.load().get("datas.delete"), 1000, List.of(record("sn", "A 1", "name", "x")));

        assertThat(header().get("scope").asText()).isEqualTo("A 1");
        assertThat(header().get("path").asText()).isEqualTo("/sns/A%201/datas");
    }

    @Test
    void theHeaderOfSinglesNamesEachOfThem() throws IOException {
        Batches.of(folder, DELETE, 1000, List.of(record("name", "a"), record("name", "b/c")));

        assertThat(header().get("parts"))
                .hasToString("[{\"path\":\"/customers/customer/a\",\"scope\":\"\",\"keys\":[\"a\"],\"end\":0},"
                        + "{\"path\":\"/customers/customer/b%2Fc\",\"scope\":\"\",\"keys\":[\"b/c\"],\"end\":0}]");
    }

    @Test
    void theWholeGoesOutUnderTheIdOfTheHeader() throws IOException {
        Batch batch = Batches.of(folder, UPDATE, 2, CUSTOMERS).get(0);

        assertThat(batch.requestId(0, 1, 0)).isEqualTo(header().get("request").asText());
        assertThat(batch.requestId(0, 0, 0)).isNotEqualTo(batch.requestId(0, 1, 0));
        assertThat(batch.requestId(0, 1, 1)).isNotEqualTo(batch.requestId(0, 1, 0));
    }

    @Test
    void unwantedBatchesAreSkipped() throws IOException {
        Batches.of(folder, UPDATE, 1, CUSTOMERS);

        try (PreparedReader reader = new PreparedReader(folder, Batches.JOB, UPDATE)) {
            assertThat(reader.next(number -> number == 3).orElseThrow().number())
                    .isEqualTo(3);
            assertThat(reader.next(number -> number == 3)).isEmpty();
        }
    }

    @Test
    void aFileCutOffAnywhereIsRefused() throws IOException {
        Batches.of(folder, UPDATE, 2, CUSTOMERS);
        byte[] whole = Files.readAllBytes(prepared());
        for (int length = 0; length < whole.length; length++) {
            Files.write(prepared(), Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> Batches.read(folder, UPDATE)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aFileWithoutEndMarkIsRefused() throws IOException {
        Batches.of(folder, UPDATE, 2, CUSTOMERS);
        Files.writeString(prepared(), content().substring(0, content().length() - "end\n".length()));

        assertThatThrownBy(() -> Batches.read(folder, UPDATE))
                .isInstanceOf(EOFException.class)
                .hasMessage("the prepared batches of job " + Batches.JOB + " end too early");
    }

    @Test
    void aBodyThatIsNotWhatWasWrittenIsRefused() throws IOException {
        Batches.of(folder, UPDATE, 2, CUSTOMERS);
        Files.writeString(prepared(), content().replace("上海", "北京"));

        assertThatThrownBy(() -> Batches.read(folder, UPDATE))
                .isInstanceOf(IOException.class)
                .hasMessage("batch 1 of job " + Batches.JOB + " is not what was prepared");
    }

    @Test
    void nothingIsThereUnderItsNameBeforeTheEnd() throws IOException {
        try (PreparedWriter writer = new PreparedWriter(folder)) {
            BatchCutter cutter = new BatchCutter(Batches.JOB, UPDATE, 1, writer);
            cutter.add(new Row.Good(2, CUSTOMERS.get(0)));
            cutter.finish();
            assertThat(prepared()).doesNotExist();
        }

        assertThat(folder).isEmptyDirectory();
    }

    private Path prepared() {
        return folder.resolve("prepared");
    }

    private String content() throws IOException {
        return Files.readString(prepared());
    }

    private JsonNode header() throws IOException {
        return new JsonMapper().readTree(content().lines().findFirst().orElseThrow());
    }

    private static List<String> members(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
