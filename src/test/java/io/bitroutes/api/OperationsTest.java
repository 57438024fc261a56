package io.bitroutes.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationsTest {
    private static final String GOOD = """
            resources:
              customers:
                fields:
                  name: {required: true}
            operations:
              customers.query: {resource: customers, method: POST, path: /customers/data, body: query, limit: 1000, repeat: none, key: [name]}
              customers.replace: {resource: customers, method: POST, path: /customers, body: records, limit: 1000, repeat: same, key: [name], fields: [name], reader: customers.query, instead: customers.query}
            """;

    @Test
    void theTwentyFourOperations() {
        assertThat(Operations.load().all())
                .extracting(Operation::id)
                .containsExactly(
                        "customers.list",
                        "customers.query",
                        "customers.replace",
                        "customers.update",
                        "customers.delete",
                        "customer.get",
                        "customer.replace",
                        "customer.update",
                        "customer.delete",
                        "products.list",
                        "products.query",
                        "product.create",
                        "product.replace",
                        "product.update",
                        "product.delete",
                        "datas.list",
                        "datas.query",
                        "datas.upsert",
                        "datas.update",
                        "datas.delete",
                        "data.get",
                        "data.upsert",
                        "data.update",
                        "data.delete");
    }

    @Test
    void resourcesAndWrites() {
        Operations operations = Operations.load();

        assertThat(operations.resources()).containsExactly("customers", "products", "datas");
        assertThat(operations.writes())
                .hasSize(16)
                .allMatch(operation -> operation.reader().isPresent(), "can be read back");
    }

    @Test
    void listsAndQueriesAnswerPages() {
        assertThat(Operations.load().all())
                .filteredOn(Operation::pages)
                .extracting(operation -> operation.id() + " " + operation.queries() + " " + operation.sorts())
                .containsExactly(
                        "customers.list [] []",
                        "customers.query [name] [name]",
                        "products.list [] []",
                        "products.query [productName] [productName]",
                        "datas.list [] []",
                        "datas.query [name, updateTime, source] [name, updateTime]");
    }

    @Test
    void collectionOperationsOfCustomersAsThePagesHaveThem() {
        Operations operations = Operations.load();

        assertThat(operations.all())
                .filteredOn(operation -> operation.id().startsWith("customers."))
                .extracting(operation -> operation.method() + " " + operation.path() + " " + operation.body())
                .containsExactly(
                        "GET /customers NONE",
                        "POST /customers/data QUERY",
                        "POST /customers RECORDS",
                        "PATCH /customers RECORDS",
                        "DELETE /customers RECORDS");
        assertThat(operations.get("customers.replace").resetsMissing()).isTrue();
        assertThat(operations.get("customers.update").resetsMissing()).isFalse();
        assertThat(operations.get("customers.delete").removes()).isTrue();
        assertThat(operations.get("products.list").limit()).isEqualTo(999);
    }

    @Test
    void findAndGet() {
        Operations operations = Operations.load();

        assertThat(operations.find("customers.replace")).isPresent();
        assertThat(operations.find("customers.rename")).isEmpty();
        assertThatThrownBy(() -> operations.get("customers.rename"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no operation 'customers.rename'; known: customers.list, customers.query, ");
    }

    @Test
    void catalogueOfTheOperators(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("own.yaml"), GOOD);

        assertThat(Operations.load(file).all())
                .extracting(Operation::id)
                .containsExactly("customers.query", "customers.replace");
        assertThatThrownBy(() -> Operations.load(folder.resolve("none.yaml"))).isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "replace: {resource: customers | replace: {resource: clients"
                        + " | resource is clients, expected [customers]",
                "limit: 1000, repeat: same | limit: 0, repeat: same | limit is 0, expected 1 to 1000",
                "limit: 1000, repeat: same | limit: 1001, repeat: same | limit is 1001, expected 1 to 1000",
                "key: [name], fields | key: [], fields | key is [], expected the fields that name a record",
                "key: [name], fields | fields | key is null, expected the fields that name a record",
                "key: [name], fields | key: [nam], fields | key is nam, expected [name]",
                "fields: [name] | fields: [name, phone] | fields is phone, expected [name]",
                "fields: [name] | bodyFields: [phone] | bodyFields is phone, expected [name]",
                "path: /customers, | path: '/customers/{id}', | path is id, expected [name]",
                "reader: customers.query | reader: customers.read"
                        + " | reader is customers.read, expected [customers.query, customers.replace]",
                "instead: customers.query | instead: customers.put"
                        + " | instead is customers.put, expected [customers.query, customers.replace]",
            })
    void contradictions(String good, String bad, String what) {
        assertThat(broken(GOOD.replace(good, bad))).hasMessage("own.yaml: customers.replace: " + what);
    }

    @Test
    void unknownMethod() {
        assertThat(broken(GOOD.replace("method: POST, path: /customers,", "method: PUT, path: /customers,"))
                        .getMessage())
                .startsWith("own.yaml: customers.replace: method is PUT, expected [")
                .contains("GET", "POST", "PATCH", "DELETE");
    }

    @Test
    void unknownMember() {
        assertThat(broken(GOOD.replace("limit: 1000, repeat: same", "limits: 1000, repeat: same"))
                        .getMessage())
                .startsWith("own.yaml: Unrecognized field \"limits\"");
    }

    @Test
    void operationTwice() {
        assertThat(broken(GOOD.replace("customers.query: {", "customers.replace: {"))
                        .getMessage())
                .startsWith("own.yaml: ")
                .contains("Duplicate field 'customers.replace'");
    }

    @Test
    void notYaml() {
        assertThat(broken("resources: [").getMessage()).startsWith("own.yaml: ");
    }

    private static CatalogueException broken(String yaml) {
        return catchThrowableOfType(
                CatalogueException.class,
                () -> Operations.parse("own.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8))));
    }
}
