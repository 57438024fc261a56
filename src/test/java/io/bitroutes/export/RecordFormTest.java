package io.bitroutes.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.api.Operations;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordFormTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Operations OPERATIONS = Operations.load();

    private final RecordForm datas = new RecordForm(all("datas.list"), Map.of("sn", "S1"));

    private static List<ExportColumn> all(String operation) {
        return ExportColumn.all(OPERATIONS.get(operation));
    }

    @Test
    void titlesAreTheNamesOfTheApiInTheCataloguesOrder() {
        assertThat(RecordForm.titles(all("customers.list")).values())
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
        assertThat(RecordForm.titles(all("datas.query")).values())
                .containsExactly("sn", "name", "value", "status", "updateTime", "source");
    }

    @Test
    void aNewNameIsNothingThatIsHeld() {
        assertThat(RecordForm.titles(all("products.list")).values())
                .containsExactly("productName", "refId", "description", "productGuid");
    }

    @Test
    void cellsAreTextInTheOrderOfTheColumns() throws JsonProcessingException {
        JsonNode item = JSON.readTree("""
                {"status": 2, "value": null, "name": "k", "source": "sn", "unknown": 1}""");

        assertThat(datas.cells(item))
                .containsExactly(
                        Map.entry("sn", "S1"),
                        Map.entry("name", "k"),
                        Map.entry("value", ""),
                        Map.entry("status", "2"),
                        Map.entry("updateTime", ""),
                        Map.entry("source", "sn"));
    }

    @Test
    void cellsAreNoFormulas() throws JsonProcessingException {
        JsonNode item = JSON.readTree("{\"name\": \"-k\", \"value\": \"'=1+1\", \"status\": -1}");

        assertThat(datas.cells(item)).containsEntry("name", "'-k").containsEntry("value", "''=1+1");
        assertThat(datas.cells(item)).containsEntry("status", "'-1");
    }

    @Test
    void jsonHasTheTypesOfTheCatalogueAndNoEmptyMembers() throws JsonProcessingException {
        JsonNode item = JSON.readTree("""
                {"status": 0, "value": 7, "name": "=k", "updateTime": "", "source": null, "unknown": {}}""");

        assertThat(datas.object(item)).hasToString("{\"sn\":\"S1\",\"name\":\"=k\",\"value\":\"7\",\"status\":0}");
    }

    @Test
    void whatIsNoSingleValueIsShownAsJson() throws JsonProcessingException {
        JsonNode item = JSON.readTree("{\"name\": \"k\", \"value\": [1, \"a\"], \"status\": \"2\"}");

        assertThat(datas.cells(item)).containsEntry("value", "[1,\"a\"]");
        assertThat(datas.object(item))
                .hasToString("{\"sn\":\"S1\",\"name\":\"k\",\"value\":\"[1,\\\"a\\\"]\",\"status\":\"2\"}");
    }
}
