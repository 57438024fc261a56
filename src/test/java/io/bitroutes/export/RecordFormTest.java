package io.bitroutes.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.api.Envelope;
import io.bitroutes.api.ItemsKept;
import io.bitroutes.api.Operations;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordFormTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Operations OPERATIONS = Operations.load();

    private final RecordForm datas = new RecordForm("name", all("datas.list"), Map.of("sn", "S1"));

    private String written(JsonNode item) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            datas.write(item, json);
        }
        return text.toString();
    }

    private JsonNode item(String json) throws IOException {
        String answer = "{\"status\": 0, \"data\": {\"items\": [" + json + "]}}";
        InputStream bytes = new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8));
        return Envelope.read(bytes, ItemsKept.row(datas.members()))
                .items()
                .orElseThrow()
                .get(0);
    }

    private static List<ExportColumn> all(String operation) {
        return ExportColumn.all(OPERATIONS.get(operation));
    }

    @Test
    void titlesAreTheNamesOfTheApiInTheCataloguesOrder() {
        assertThat(RecordForm.titles(all("customers.list")))
                .containsExactly(
                        "name",
                        "description",
                        "officeNumber",
                        "mobileNumber",
                        "email",
                        "address",
                        "city",
                        "country",
                        "postcode",
                        "contact",
                        "referenceId",
                        "regDate");
        assertThat(RecordForm.titles(all("datas.query")))
                .containsExactly("sn", "name", "value", "status", "updateTime", "source");
    }

    @Test
    void aNewNameIsNothingThatIsHeld() {
        assertThat(RecordForm.titles(all("products.list")))
                .containsExactly("productName", "refId", "description", "productGuid");
    }

    @Test
    void cellsAreTextInTheOrderOfTheColumns() throws IOException {
        JsonNode item = item("""
                {"status": 2, "value": null, "name": "k", "source": "sn", "unknown": 1}""");

        assertThat(datas.cells(item)).containsExactly("S1", "k", "", "2", "", "sn");
    }

    @Test
    void cellsAreNoFormulas() throws IOException {
        JsonNode item = item("{\"name\": \"-k\", \"value\": \"'=1+1\", \"status\": -1}");

        assertThat(datas.cells(item)).containsExactly("S1", "'-k", "''=1+1", "'-1", "", "");
    }

    @Test
    void jsonHasTheTypesOfTheCatalogueAndNoEmptyMembers() throws IOException {
        JsonNode item = item("""
                {"status": 0, "value": 7, "name": "=k", "updateTime": "", "source": null, "unknown": {}}""");

        assertThat(written(item)).isEqualTo("{\"sn\":\"S1\",\"name\":\"=k\",\"value\":\"7\",\"status\":0}");
    }

    @Test
    void whatIsNoSingleValueIsShownAsJson() throws IOException {
        JsonNode item = item("{\"name\": \"k\", \"value\": [1, \"a\"], \"status\": \"2\"}");

        assertThat(datas.cells(item)).containsExactly("S1", "k", "[1,\"a\"]", "2", "", "");
        assertThat(written(item))
                .isEqualTo("{\"sn\":\"S1\",\"name\":\"k\",\"value\":\"[1,\\\"a\\\"]\",\"status\":\"2\"}");
    }
}
