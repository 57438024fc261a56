package io.bitroutes.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationTest {
    private static final Operations OPERATIONS = Operations.load();

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "a/b a%2Fb",
                "100% 100%25",
                "a?b a%3Fb",
                "a#b a%23b",
                "a+b a%2Bb",
                "a;b a%3Bb",
                "a&b a%26b",
                "a=b a%3Db",
                "a:b@c a%3Ab%40c",
                "-._~ -._~",
                "... ...",
                "%2F %252F",
                "客户 %E5%AE%A2%E6%88%B7",
                "😀 %F0%9F%98%80",
                "é %C3%A9",
                "data data",
            })
    void namesArePercentEncodedAsOneSegment(String name, String segment) {
        assertThat(path("customer.get", Map.of("name", name))).isEqualTo("/customers/customer/" + segment);
    }

    @Test
    void spacesAreNoPlus() {
        assertThat(path("customer.get", Map.of("name", " a b "))).isEqualTo("/customers/customer/%20a%20b%20");
    }

    @Test
    void dollarsAndBackslashesAreNoReplacementPatterns() {
        assertThat(path("customer.get", Map.of("name", "$1\\"))).isEqualTo("/customers/customer/%241%5C");
    }

    @Test
    void twoVariables() {
        assertThat(path("data.update", Map.of("sn", "A/1", "name", "顏 色")))
                .isEqualTo("/sns/A%2F1/datas/%E9%A1%8F%20%E8%89%B2");
    }

    @Test
    void noVariable() {
        assertThat(path("customers.replace", Map.of())).isEqualTo("/customers");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", ""})
    void namesThatVanishAreRefused(String name) {
        UnreachableNameException refused = refused("customer.delete", Map.of("name", name));

        assertThat(refused).hasMessage("a path cannot carry name '" + name + "'");
        assertThat(refused.field()).isEqualTo("name");
        assertThat(refused.value()).isEqualTo(name);
        assertThat(refused.instead()).contains("customers.delete");
    }

    @Test
    void productsHaveNoOperationInstead() {
        assertThat(refused("product.delete", Map.of("productName", "..")).instead())
                .isEmpty();
    }

    @Test
    void vanishingSegmentInTheMiddleIsRefusedToo() {
        UnreachableNameException refused = refused("datas.upsert", Map.of("sn", ".."));

        assertThat(refused).hasMessage("a path cannot carry sn '..'");
    }

    @Test
    void noOperationCanCarryALicenceThatVanishes() {
        assertThat(refused("data.upsert", Map.of("sn", "..", "name", "x")).instead())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"data.upsert, name, datas.upsert", "product.replace, productName,"})
    void nameThatWouldReachTheQueryIsRefused(String operation, String field, String instead) {
        UnreachableNameException refused = refused(operation, Map.of("sn", "A", field, "data"));

        assertThat(refused).hasMessage("a path cannot carry " + field + " 'data'");
        assertThat(refused.instead().orElse(null)).isEqualTo(instead);
    }

    @Test
    void onlyTheLastSegmentCollides() {
        assertThat(path("data.upsert", Map.of("sn", "data", "name", "x"))).isEqualTo("/sns/data/datas/x");
        assertThat(path("data.update", Map.of("sn", "A", "name", "data"))).isEqualTo("/sns/A/datas/data");
    }

    @Test
    void fieldsOfThePathStandInTheBodyOnlyWhenNamed() {
        assertThat(OPERATIONS.get("customer.update").sentFields())
                .extracting(Field::name)
                .startsWith("description")
                .doesNotContain("name", "regDate");
        assertThat(OPERATIONS.get("data.upsert").sentFields())
                .extracting(Field::name)
                .containsExactly("name", "value", "status");
        assertThat(OPERATIONS.get("customers.delete").sentFields())
                .extracting(Field::name)
                .containsExactly("name");
    }

    @Test
    void keyFieldTellsRecordsOfOneEndpointApart() {
        assertThat(OPERATIONS.get("datas.upsert").keyField()).isEqualTo("name");
        assertThat(OPERATIONS.get("datas.upsert").pathFields()).containsExactly("sn");
    }

    private static String path(String operation, Map<String, String> values) {
        return OPERATIONS.get(operation).pathFor(values);
    }

    private static UnreachableNameException refused(String operation, Map<String, String> values) {
        return catchThrowableOfType(UnreachableNameException.class, () -> path(operation, values));
    }
}
