package io.bitroutes.bus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.api.Operation;
import io.bitroutes.sandbox.Quirks;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of BitAnswer, and the form of what comes back. */
class AskTest extends AskTestBase {
    @Test
    void everyReadIsAnsweredWithItsData() throws IOException {
        seedCustomers(2);
        sandbox.state().seedProduct(Map.of("productName", "p/1"));
        sandbox.state().seedData("SN 1", Map.of("name", "i?1", "value", "v"));
        Map<String, String> bodies = Map.of(
                "customer.get", "{\"name\": \" c1 \"}",
                "datas.list", "{\"sn\": \"SN 1\"}",
                "datas.query", "{\"sn\": \"SN 1\"}",
                "data.get", "{\"sn\": \"SN 1\", \"name\": \"i?1\"}");
        Map<String, String> first = Map.of("customers", "c0", "products", "p/1", "datas", "i?1");

        List<Operation> reads =
                OPERATIONS.all().stream().filter(read -> !read.writes()).toList();
        assertThat(reads).hasSize(8);
        for (Operation read : reads) {
            JsonNode answer = ask(read.id(), bodies.getOrDefault(read.id(), ""));

            assertThat(answer.path("operation").textValue()).isEqualTo(read.id());
            assertThat(answer.path("code").textValue()).as(read.id()).isEqualTo("DONE");
            assertThat(answer.path("status").isIntegralNumber()).isTrue();
            assertThat(answer.path("status").longValue()).isZero();
            assertThat(answer.path("msg").textValue()).isEmpty();
            assertThat(answer.at("/data/more").booleanValue()).as(read.id()).isFalse();
            String expected = read.id().equals("customer.get") ? "c1" : first.get(read.resource());
            assertThat(answer.at("/data/items/0").path(read.keyField()).textValue())
                    .as(read.id())
                    .isEqualTo(expected);
        }
    }

    @Test
    void anAnswerHasTheDocumentedForm() {
        sandbox.state().seedCustomer(Map.of("name", "上海", "regDate", "2026-01-01 00:00:00"));

        assertThat(ask.answer("customers.list", "{}"))
                .isEqualTo("{\"operation\":\"customers.list\",\"code\":\"DONE\",\"status\":0,\"msg\":\"\","
                        + "\"data\":{\"offset\":0,\"count\":1,\"more\":false,"
                        + "\"items\":[{\"name\":\"上海\",\"regDate\":\"2026-01-01 00:00:00\"}]}}");
        assertThat(ask.answer("x", ""))
                .isEqualTo(
                        "{\"operation\":\"x\",\"code\":\"INVALID\",\"status\":-1,\"msg\":\"no operation 'x'; what can be"
                                + " asked: " + READS + "\"}");
    }

    @Test
    void aPageAtATime() throws IOException {
        seedCustomers(120);

        JsonNode usual = ask("customers.list", "");
        JsonNode last = ask("customers.list", "{\"offset\": 100, \"limit\": 50}");

        assertThat(usual.at("/data/count").intValue()).isEqualTo(50);
        assertThat(usual.at("/data/more").booleanValue()).isTrue();
        assertThat(names(last)).containsExactlyElementsOf(customerNames(100, 120));
        assertThat(last.at("/data/offset").intValue()).isEqualTo(100);
        assertThat(last.at("/data/more").booleanValue()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "999, 1", "1000, 2", "1001, 2", "1999, 3", "2500, 3"})
    void allPages(int customers, int requests) throws IOException {
        seedCustomers(customers);

        JsonNode answer = ask("customers.list", "{\"all\": true}");

        assertThat(names(answer)).containsExactlyElementsOf(customerNames(0, customers));
        assertThat(answer.at("/data/count").intValue()).isEqualTo(customers);
        assertThat(answer.at("/data/more").booleanValue()).isFalse();
        assertThat(sandbox.requests()).hasSize(requests);
    }

    @Test
    void allPagesOfProductsWhoseLimitIsLower() throws IOException {
        IntStream.range(0, 1500).forEach(index -> sandbox.state().seedProduct(Map.of("productName", "p" + index)));

        JsonNode answer = ask("products.list", "{\"all\": true}");

        assertThat(answer.at("/data/count").intValue()).isEqualTo(1500);
        assertThat(ask("products.list", "{\"limit\": 1000}").path("msg").textValue())
                .isEqualTo("'limit' is 1000; expected a whole number from 1 to 999");
    }

    @Test
    void anAnswerIsCutAtItsRoomAndSaysWhereToGoOn() throws IOException {
        start(Duration.ofSeconds(20), 60_000);
        seedCustomers(2500);

        JsonNode answer = ask("customers.list", "{\"all\": true}");
        int count = answer.at("/data/count").intValue();

        assertThat(count).isBetween(500, 2000);
        assertThat(answer.at("/data/more").booleanValue()).isTrue();
        assertThat(answer.path("msg").textValue())
                .isEqualTo("the answer is full; ask for the rest from offset " + count + " on");
        assertThat(answer.toString().length()).isLessThan(61_000);
        JsonNode rest = ask("customers.list", "{\"all\": true, \"offset\": " + count + "}");
        assertThat(names(rest).get(0)).isEqualTo("c" + count);
    }

    @Test
    void aRecordThatFitsInNoAnswerIsSaid() throws IOException {
        start(Duration.ofSeconds(20), 1_000);
        sandbox.state().seedCustomer(Map.of("name", "c", "description", "x".repeat(2_000)));

        JsonNode answer = ask("customer.get", "{\"name\": \"c\"}");

        assertThat(answer.path("code").textValue()).isEqualTo("FAILED");
        assertThat(answer.path("msg").textValue())
                .isEqualTo("the first record from 0 on is larger alone than an answer may be (1000 bytes,"
                        + " bitanswer.jms.ask.max-size)");
        assertThat(answer.has("data")).isFalse();
    }

    @Test
    void conditionsAndOrderGoOut() throws IOException {
        seedCustomers(20);

        JsonNode answer = ask("customers.query", """
                {"querys": [{"name": "name", "op": "like", "values": ["c1%"]}],
                 "sorts": [{"name": "name"}], "limit": 3, "offset": 1}
                """);

        assertThat(names(answer)).containsExactly("c10", "c11", "c12");
        assertThat(answer.at("/data/more").booleanValue()).isTrue();
    }

    @Test
    void aNameByItselfIsACondition() throws IOException {
        seedCustomers(5);
        sandbox.state().seedProduct(Map.of("productName", "p1"));
        sandbox.state().seedProduct(Map.of("productName", "p2"));

        assertThat(names(ask("customers.query", "{\"name\": \"c3\"}"))).containsExactly("c3");
        assertThat(names(ask("customers.query", "{\"name\": [\"c1\", \"c4\", \"none\"]}")))
                .containsExactly("c1", "c4");
        assertThat(ask("products.query", "{\"productName\": \"p2\"}")
                        .at("/data/count")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void nothingIsAskedForWhatIsThere() throws IOException {
        start(Duration.ofSeconds(20), 1_000, Quirks.EMPTY_PAGE_WITHOUT_DATA);

        JsonNode answer = ask("customers.list", "{\"all\": true}");

        assertThat(answer.path("code").textValue()).isEqualTo("DONE");
        assertThat(answer.at("/data/count").intValue()).isZero();
    }
}
