package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import io.bitroutes.sandbox.ReceivedRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is special about records that go out one by one, about products, and about configuration items. */
class WritesInDetailIT extends ProgramTestBase {
    @Override
    Launch configured(Launch plain) {
        return plain.with("INBOX_OPERATIONS", "all").with("INBOX_SETTLE", "50ms");
    }

    @ParameterizedTest(name = "{0} of {1} {2}")
    @CsvSource(
            nullValues = "none",
            value = {
                "customer.replace, name, ., customers.replace",
                "customer.update, name, .., customers.update",
                "customer.delete, name, .., customers.delete",
                "data.upsert, name, data, datas.upsert",
                "data.update, name, ., datas.update",
                "data.delete, name, .., datas.delete",
                "data.upsert, sn, .., none",
                "datas.delete, sn, ., none",
                "product.replace, productName, data, none",
                "product.update, productName, .., none",
                "product.delete, productName, ., none",
            })
    void aNameThatAPathCannotCarryComesBackWithTheOperationThatCan(
            String id, String field, String value, String instead) {
        Operation operation = Operations.load().get(id);
        Map<String, Object> record = new LinkedHashMap<>();
        operation.key().forEach(key -> record.put(key, key.equals(field) ? value : "x"));

        JsonNode receipt = worked(id, field + value + ".csv", RecordTexts.csv(operation, List.of(record)));

        assertThat(receipt.path("rejected").intValue()).isEqualTo(1);
        assertThat(home.deadLetter(receipt))
                .contains("2,INVALID,,\"'" + field + "' is '" + value + "', which a path cannot carry"
                        + (instead == null ? "" : "; use " + instead + " instead") + "\",,");
        assertThat(sandbox.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"data.update, /sns/S/datas/data", "product.update, /products/data"})
    void aNameThatDoesNotCollideIsReached(String id, String path) {
        sandbox.state().seedProduct(Map.of("productName", "data"));

        JsonNode receipt = id.equals("data.update")
                ? worked(id, "data.csv", "sn,name,value\nS,data,1\n")
                : worked(id, "data.csv", "productName,description\ndata,1\n");

        assertThat(receipt.path("confirmed").intValue()).isEqualTo(1);
        assertThat(requests(id)).extracting(ReceivedRequest::path).containsExactly(path);
    }

    @ParameterizedTest
    @CsvSource({
        "product.update, 'productName,description', description",
        "customer.update, 'name,city', city",
        "data.upsert, 'sn,name,value', value",
        "datas.upsert, 'sn,name,value', value"
    })
    void theLastRowOfAKeyWins(String id, String header, String changing) {
        Held held = new WriteCase(Operations.load().get(id)).held();
        held.seed(sandbox, Map.of(header.contains("productName") ? "productName" : "name", "同一个"));
        String key = header.startsWith("sn") ? Held.LICENCE + ",同一个," : "同一个,";

        JsonNode receipt = worked(id, "thrice.csv", header + "\n" + key + "1\n" + key + "2\n" + key + "3\n");

        assertThat(receipt.path("confirmed").intValue()).isEqualTo(3);
        assertThat(requests(id))
                .extracting(request ->
                        RequestSchemas.body(request).findValue(changing).textValue())
                .containsExactly("1", "2", "3");
        assertThat(held.all(sandbox).get("同一个")).containsEntry(changing, "3");
    }

    @Test
    void aRenamedProductCanBeChangedUnderItsNewNameInTheSameFile() {
        sandbox.state().seedProduct(Map.of("productName", "旧/名", "refId", "r", "productGuid", "g"));

        JsonNode receipt = worked(
                "product.update", "rename.csv", "productName,newProductName,description\n旧/名,新 名,\n新 名,,second\n");

        assertThat(receipt.path("confirmed").intValue()).isEqualTo(2);
        assertThat(requests("product.update"))
                .extracting(ReceivedRequest::path)
                .containsExactly("/products/%E6%97%A7%2F%E5%90%8D", "/products/%E6%96%B0%20%E5%90%8D");
        assertThat(sandbox.state().products())
                .isEqualTo(Map.of(
                        "新 名",
                        Map.of("productName", "新 名", "refId", "r", "description", "second", "productGuid", "g")));
    }

    @Test
    void aReplacedProductIsRenamedToAFreeNameOnly() {
        sandbox.state().seedProduct(Map.of("productName", "a", "refId", "old", "productGuid", "g"));
        sandbox.state().seedProduct(Map.of("productName", "taken", "productGuid", "t"));

        JsonNode receipt = worked(
                "product.replace",
                "rename.json",
                "[{\"productName\":\"a\",\"newProductName\":\"taken\"},{\"productName\":\"a\",\"newProductName\":\"b\"}]");

        assertThat(receipt.path("confirmed").intValue()).isEqualTo(1);
        assertThat(home.deadLetter(receipt)).contains("\"_row\":1,\"_code\":\"REFUSED\"", "the name 'taken' is taken");
        assertThat(sandbox.state().products())
                .isEqualTo(Map.of(
                        "taken", Map.of("productName", "taken", "productGuid", "t"),
                        "b", Map.of("productName", "b", "productGuid", "g")));
    }

    @Test
    void itemsOfALicenceAreGatheredAndDeletesSendStrings() {
        JsonNode receipt = worked("datas.delete", "delete.csv", "sn,name\nS-1,a\nS-2,b\nS-1,c d\nS-2,\"\"\"e\"\"\"\n");

        assertThat(receipt.path("confirmed").intValue()).isEqualTo(4);
        assertThat(requests("datas.delete"))
                .extracting(request -> request.path() + " " + request.body().orElseThrow())
                .containsExactlyInAnyOrder("/sns/S-1/datas [\"a\",\"c d\"]", "/sns/S-2/datas [\"b\",\"\\\"e\\\"\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json"})
    void inheritedItemsAreSkipped(String extension) {
        List<Map<String, Object>> items = List.of(item("own", "sn"), item("t", "template"), item("p", "product"));

        JsonNode receipt = worked(
                "datas.upsert",
                "export." + extension,
                RecordTexts.of(extension, Operations.load().get("datas.upsert"), items));

        assertThat(receipt.path("rows").intValue()).isEqualTo(3);
        assertThat(receipt.path("confirmed").intValue()).isEqualTo(1);
        assertThat(receipt.path("skipped").intValue()).isEqualTo(2);
        assertThat(receipt.path("deadLetter").isNull()).isTrue();
        assertThat(sandbox.state().datas("S")).containsOnlyKeys("own");
    }

    private static Map<String, Object> item(String name, String source) {
        return Map.of("sn", "S", "name", name, "value", "v", "source", source);
    }

    private JsonNode worked(String operation, String name, String content) {
        home.drop(operation, name, content);
        return home.receipt(operation, name);
    }
}
