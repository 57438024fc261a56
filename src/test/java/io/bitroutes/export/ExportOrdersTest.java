package io.bitroutes.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.api.Operations;
import io.bitroutes.api.Query;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportOrdersTest {
    private static final String KNOWN =
            "customers.list, customers.query, products.list, products.query, datas.list, datas.query";

    private static final QueryTimes TIMES = QueryTimes.first(ZoneId.of("Asia/Shanghai"), Instant.EPOCH);

    private final ExportOrders orders = new ExportOrders(Operations.load(), Texts.in("en"), "--");

    @TempDir
    private Path folder;

    @Test
    void aListOfEverything() throws ExportException {
        ExportOrder order = order("customers.list", List.of(), Optional.empty(), ExportFormat.JSON);

        assertThat(order.operation().id()).isEqualTo("customers.list");
        assertThat(order.places()).containsExactly(Map.of());
        assertThat(order.query()).isEqualTo(new Query(List.of(), List.of()));
    }

    @Test
    void licencesOneAfterTheOther() throws ExportException {
        ExportOrder order = order("datas.list", List.of("S2", " S1", "S2 "), Optional.empty(), ExportFormat.CSV);

        assertThat(order.places()).containsExactly(Map.of("sn", "S2"), Map.of("sn", "S1"));
    }

    @ParameterizedTest
    @CsvSource({
        "customer.list, (did you mean 'customers.list'?)",
        "Products.Query, (did you mean 'products.query'?)",
        "customer.get, (did you mean 'customers.list'?)",
        "customers.replace, ''",
        "x, ''"
    })
    void otherOperations(String id, String meant) {
        String suggestion = meant.isEmpty() ? "" : " " + meant;

        assertThatThrownBy(() -> order(id, List.of(), Optional.empty(), ExportFormat.CSV))
                .isInstanceOf(ExportException.class)
                .hasMessage("'" + id + "' cannot be exported" + suggestion + "; expected one of " + KNOWN);
    }

    @Test
    void licencesWhereTheyBelong() {
        assertThatThrownBy(() -> order("datas.query", List.of(), Optional.empty(), ExportFormat.CSV))
                .isInstanceOf(ExportException.class)
                .hasMessage("datas.query needs --sn: the licence whose configuration items are wanted; it may be given"
                        + " several times");
        assertThatThrownBy(() -> order("products.list", List.of("S1"), Optional.empty(), ExportFormat.CSV))
                .isInstanceOf(ExportException.class)
                .hasMessage("products.list takes no --sn; only configuration items belong to a licence");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", ".."})
    void licencesThatNoPathCanCarry(String licence) {
        assertThatThrownBy(() -> order("datas.list", List.of(licence), Optional.empty(), ExportFormat.CSV))
                .isInstanceOf(ExportException.class)
                .hasMessage("'" + licence.strip() + "' is no licence that a request can name");
    }

    @Test
    void aListTakesNoQuery() {
        Optional<Path> file = Optional.of(folder.resolve("query.json"));

        assertThatThrownBy(() -> order("datas.list", List.of("S1"), file, ExportFormat.CSV))
                .isInstanceOf(ExportException.class)
                .hasMessage("datas.list takes no --query; use datas.query");
    }

    @Test
    void aQueryFile() throws IOException, ExportException {
        Query query = query("""
                {"querys": [{"name": "updateTime", "op": ">", "values": ["2020-12-12 00:00:00"]},
                            {"name": "name", "op": "like", "values": ["a%", "b%"]}],
                 "sorts": [{"name": "name"}]}
                """);

        assertThat(query.querys())
                .containsExactly(
                        new Query.Condition("updateTime", ">", List.of("2020-12-12 00:00:00")),
                        new Query.Condition("name", "like", List.of("a%", "b%")));
        assertThat(query.sorts()).containsExactly(new Query.Sort("name"));
        assertThat(query("{}")).isEqualTo(new Query(List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"query\": []}|$: 'query' is not known there (did you mean 'querys'?); datas.query allows querys, sorts",
                "{\"querys\": {}}|$.querys is {}; expected an array",
                "[]|$ is []; expected an object with querys, sorts",
                "``|$ is missing; expected an object with querys, sorts",
                "{\"querys\": [1]}|$.querys[0] is 1; expected an object with name, op, values",
                "{\"querys\": [{\"op\": \"=\"}]}|$.querys[0].name is missing; expected a text",
                "{\"querys\": [{\"name\": \"value\"}]}|$.querys[0].name: 'value' is not known there; datas.query allows"
                        + " name, updateTime, source",
                "{\"querys\": [{\"name\": \"updatetime\"}]}|$.querys[0].name: 'updatetime' is not known there (did you"
                        + " mean 'updateTime'?); datas.query allows name, updateTime, source",
                "{\"querys\": [{\"name\": \"name\", \"op\": 1}]}|$.querys[0].op is 1; expected a text",
                "{\"querys\": [{\"name\": \"name\", \"op\": \"=\"}]}|$.querys[0].values is missing; expected at least"
                        + " one text",
                "{\"querys\": [{\"name\": \"name\", \"op\": \"=\", \"values\": []}]}|$.querys[0].values is []; expected"
                        + " at least one text",
                "{\"querys\": [{\"name\": \"name\", \"op\": \"=\", \"values\": [\"a\", 2]}]}|$.querys[0].values[1] is 2;"
                        + " expected a text",
                "{\"sorts\": [{\"name\": \"source\"}]}|$.sorts[0].name: 'source' is not known there; datas.query allows"
                        + " name, updateTime",
                "{\"sorts\": [{\"name\": \"name\", \"desc\": true}]}|$.sorts[0]: 'desc' is not known there; datas.query"
                        + " allows name",
            })
    void queryFilesWithSomethingWrong(String content, String message) {
        assertThatThrownBy(() -> query(content))
                .isInstanceOf(ExportException.class)
                .hasMessage("query file " + folder.resolve("query.json") + ": " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"querys\": [\n}", "{}\n{}", "querys", "{\"sorts\": [],\n\"sorts\": []}"})
    void queryFilesThatAreNoJson(String content) {
        assertThatThrownBy(() -> query(content))
                .isInstanceOf(ExportException.class)
                .hasMessageMatching("query file \\S+ is not JSON: line [12]: .+");
    }

    @Test
    void aQueryFileThatIsNotThere() {
        Path missing = folder.resolve("missing.json");

        assertThatThrownBy(() -> order("customers.query", List.of(), Optional.of(missing), ExportFormat.CSV))
                .isInstanceOf(ExportException.class)
                .hasMessage("query file " + missing + " cannot be read: java.nio.file.NoSuchFileException: " + missing);
    }

    private ExportOrder order(String operation, List<String> licences, Optional<Path> query, ExportFormat format)
            throws ExportException {
        return order(
                ExportRequest.of(operation, format).withLicences(licences).withQuery(query.map(QueryText.InFile::new)));
    }

    private ExportOrder order(ExportRequest request) throws ExportException {
        return orders.order(request, TIMES);
    }

    private Query query(String content) throws IOException, ExportException {
        Path file = Files.writeString(folder.resolve("query.json"), content);
        return order("datas.query", List.of("S1"), Optional.of(file), ExportFormat.CSV)
                .query();
    }
}
