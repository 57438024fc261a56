package io.bitroutes.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.api.Operations;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;

class RecordFormTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Operations OPERATIONS = Operations.load();

    private final RecordForm datas = new RecordForm("name", all("datas.list"), Map.of("sn", "S1"));

    private String written(Cells page) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            datas.write(page, 0, json);
        }
        return text.toString();
    }

    private Cells page(String item) throws IOException {
        return AnsweredPage.of(datas.members(), List.of(item));
    }

    private List<String> cells(Cells page) {
        return IntStream.range(0, all("datas.list").size())
                .mapToObj(column -> datas.text(page, 0, column))
                .toList();
    }

    private String row(Cells page) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CsvText text = new CsvText(bytes, StandardCharsets.UTF_8, CSVFormat.DEFAULT);
        datas.write(page, 0, text);
        text.flush();
        return bytes.toString(StandardCharsets.UTF_8);
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
        Cells page = page("""
                {"status": 2, "value": null, "name": "k", "source": "sn", "unknown": 1}""");

        assertThat(cells(page)).containsExactly("S1", "k", "", "2", "", "sn");
        assertThat(row(page)).isEqualTo("S1,k,,2,,sn\r\n");
    }

    @Test
    void cellsAreNoFormulas() throws IOException {
        Cells page = page("{\"name\": \"-k\", \"value\": \"'=1+1\", \"status\": -1}");

        assertThat(row(page)).isEqualTo("S1,'-k,''=1+1,'-1,,\r\n");
    }

    @Test
    void jsonHasTheTypesOfTheCatalogueAndNoEmptyMembers() throws IOException {
        Cells page = page("""
                {"status": 0, "value": 7, "name": "=k", "updateTime": "", "source": null, "unknown": {}}""");

        assertThat(written(page)).isEqualTo("{\"sn\":\"S1\",\"name\":\"=k\",\"value\":\"7\",\"status\":0}");
    }

    @Test
    void whatIsNoSingleValueIsShownAsJson() throws IOException {
        Cells page = page("{\"name\": \"k\", \"value\": [1, \"a\"], \"status\": \"2\"}");

        assertThat(cells(page)).containsExactly("S1", "k", "[1,\"a\"]", "2", "", "");
        assertThat(written(page))
                .isEqualTo("{\"sn\":\"S1\",\"name\":\"k\",\"value\":\"[1,\\\"a\\\"]\",\"status\":\"2\"}");
    }
}
