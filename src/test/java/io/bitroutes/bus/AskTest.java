package io.bitroutes.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import io.bitroutes.deliver.HttpTransport;
import io.bitroutes.gate.Gate;
import io.bitroutes.gate.StoppingException;
import io.bitroutes.http.ApiClient;
import io.bitroutes.http.Backoff;
import io.bitroutes.http.Places;
import io.bitroutes.http.Rate;
import io.bitroutes.http.Statuses;
import io.bitroutes.sandbox.Fault;
import io.bitroutes.sandbox.Quirks;
import io.bitroutes.sandbox.ReceivedRequest;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asks a sandbox over real HTTP. */
@Timeout(60)
class AskTest {
    private static final Operations OPERATIONS = Operations.load();
    private static final JsonMapper JSON = new JsonMapper();
    private static final String READS =
            "customers.list, customers.query, customer.get, products.list, products.query, datas.list, datas.query,"
                    + " data.get";

    private final Gate gate = new Gate();
    private Sandbox sandbox;
    private Ask ask;

    @BeforeEach
    void start() throws IOException {
        start(Duration.ofSeconds(20), 1_000_000);
    }

    private void start(Duration patience, long mostBytes, Quirks... quirks) throws IOException {
        close();
        sandbox = Sandbox.start(SandboxOptions.defaults().withKeepBodies(true).with(quirks));
        ApiClient client = new ApiClient(
                HttpTransport.to(sandbox.baseUrl()),
                gate,
                new Places(64, gate),
                new Rate(0, gate),
                new Backoff(2, Duration.ofMillis(2), Duration.ofMillis(4)),
                new Statuses(Set.of(), Set.of(), Set.of()),
                OPERATIONS.get("customers.list"),
                Texts.in("en"));
        ask = new Ask(OPERATIONS, client, gate, patience, mostBytes, Texts.in("en"));
    }

    @AfterEach
    void close() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|{}|the message has no property BitAnswerOperation; expected one of " + READS,
                "customer.gett|{}|no operation 'customer.gett' (did you mean 'customer.get'?); what can be asked: "
                        + READS,
                "customers.replace|[]|customers.replace changes records: send them to its own queue; what can be asked: "
                        + READS,
                "customers.list|{|the body is not JSON: line 1, column 2: Unexpected end-of-input: expected close marker"
                        + " for Object (start marker at line:…",
                "customers.list|{} {}|the body is not JSON: line 1, column 4: Trailing token (of type START_OBJECT) found"
                        + " after value (bound as `com.fasterxml…",
                "customers.list|[1]|the body is [1]; expected a JSON object with parameters",
                "customers.list|null|the body is null; expected a JSON object with parameters",
                "customers.list|{\"limt\": 1}|the parameter 'limt' is not known (did you mean 'limit'?); customers.list"
                        + " takes offset, limit, all",
                "customers.list|{\"name\": \"c\"}|the parameter 'name' is not known; customers.list takes offset, limit, all",
                "customer.get|{\"name\": \"c\", \"limit\": 1}|the parameter 'limit' is not known; customer.get takes name",
                "customers.list|{\"limit\": 0}|'limit' is 0; expected a whole number from 1 to 1000",
                "customers.list|{\"limit\": 1001}|'limit' is 1001; expected a whole number from 1 to 1000",
                "customers.list|{\"limit\": \"5\"}|'limit' is \"5\"; expected a whole number from 1 to 1000",
                "customers.list|{\"limit\": 1.5}|'limit' is 1.5; expected a whole number from 1 to 1000",
                "customers.list|{\"limit\": null}|'limit' is null; expected a whole number from 1 to 1000",
                "customers.list|{\"offset\": -1}|'offset' is -1; expected a whole number from 0 to 1000000000",
                "customers.list|{\"offset\": 99999999999999999999}|'offset' is 99999999999999999999; expected a whole"
                        + " number from 0 to 1000000000",
                "customers.list|{\"all\": 1}|'all' is 1; expected true or false",
                "customers.list|{\"all\": true, \"limit\": 5}|'limit' cannot stand beside 'all', which reads page after"
                        + " page",
                "customer.get|{}|customer.get needs the parameter 'name', a text that is not empty",
                "customer.get|{\"name\": \" \"}|'name' is \" \"; expected a text that is not empty",
                "customer.get|{\"name\": 5}|'name' is 5; expected a text that is not empty",
                "customer.get|{\"name\": \"..\"}|'name' is '..', which a path cannot carry",
                "data.get|{\"name\": \"a\"}|data.get needs the parameter 'sn', a text that is not empty",
                "customers.query|{\"name\": []}|'name' is []; expected a text that is not empty, or an array of such",
                "customers.query|{\"name\": [\"a\", 1]}|'name' is [\"a\",1]; expected a text that is not empty, or an array"
                        + " of such",
                "customers.query|{\"querys\": {}}|the request: $.querys is {}; expected an array",
                "customers.query|{\"querys\": [{\"name\": \"nam\"}]}|the request: $.querys[0].name: 'nam' is not known there"
                        + " (did you mean 'name'?); customers.query allows name",
                "customers.query|{\"query\": []}|the parameter 'query' is not known (did you mean 'querys'?);"
                        + " customers.query takes name, querys, sorts, offset, limit, all",
                "datas.query|{\"sn\": \"S\", \"sorts\": [{\"name\": \"source\"}]}|the request: $.sorts[0].name: 'source' is"
                        + " not known there; datas.query allows name, updateTime",
            })
    void badRequestsAreAnsweredAndNotSent(String operation, String body, String msg) throws IOException {
        JsonNode answer = ask(operation, body);

        assertThat(answer.path("code").textValue()).isEqualTo("INVALID");
        assertThat(answer.path("status").intValue()).isEqualTo(-1);
        assertThat(answer.path("msg").textValue()).isEqualTo(msg);
        assertThat(answer.has("data")).isFalse();
        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void aBodyWithoutEndIsNotParsed() throws IOException {
        JsonNode answer = ask("customers.list", " ".repeat(AskParameters.MOST_CHARACTERS + 1));

        assertThat(answer.path("msg").textValue())
                .isEqualTo("the request is longer than 1048576 characters; make several of it");
    }

    @Test
    void aRefusalComesWithStatusAndWords() throws IOException {
        JsonNode answer = ask("customer.get", "{\"name\": \"nobody\"}");

        assertThat(answer.path("code").textValue()).isEqualTo("REFUSED");
        assertThat(answer.path("status").intValue()).isEqualTo(1007);
        assertThat(answer.path("msg").textValue()).isEqualTo("customer 'nobody' does not exist");
        assertThat(gate.closure()).isEmpty();
    }

    @Test
    void anOutageIsAnsweredNotWaitedFor() throws IOException {
        sandbox.faults().serverDown();

        JsonNode first = ask("customers.list", "");
        JsonNode second = ask("customers.list", "");

        assertThat(first.path("code").textValue()).isEqualTo("OUTAGE");
        assertThat(first.path("msg").textValue())
                .startsWith("BitAnswer was not asked: BitAnswer does not answer as it should (");
        assertThat(second).isEqualTo(first);
        assertThat(gate.closure()).isPresent();

        sandbox.faults().serverUp();
        gate.open();
        assertThat(ask("customers.list", "").path("code").textValue()).isEqualTo("DONE");
    }

    @Test
    void aKeyThatIsRefusedIsAnOutage() throws IOException {
        sandbox.faults().revokeKey();

        JsonNode answer = ask("customers.list", "");

        assertThat(answer.path("code").textValue()).isEqualTo("OUTAGE");
        assertThat(answer.path("msg").textValue()).contains("BitAnswer refuses the key or the account");
    }

    @Test
    void noLongerThanPatienceLasts() throws IOException {
        start(Duration.ofMillis(1), 1_000);
        sandbox.faults().every(1, Fault.http(503), AskTest::isNoProof);

        JsonNode answer = ask("products.list", "");

        assertThat(answer.path("code").textValue()).isEqualTo("OUTAGE");
        assertThat(answer.path("msg").textValue())
                .isEqualTo("BitAnswer gave no answer within 0.001 s; ask again later");
        assertThat(gate.closure()).isEmpty();
    }

    @Test
    void whatIsNeverAnsweredWhileTheRestIs() throws IOException {
        sandbox.faults().every(1, Fault.http(500), AskTest::isNoProof);

        JsonNode answer = ask("products.list", "{\"limit\": 7}");

        assertThat(answer.path("code").textValue()).isEqualTo("FAILED");
        assertThat(answer.path("msg").textValue())
                .isEqualTo("BitAnswer answers other requests, but not products.list (GET"
                        + " /products?offset=0&limit=7): HTTP 500");
    }

    @Test
    void recordsThatKeepMovingAreNoAnswer() throws IOException {
        seedCustomers(1000);
        String page = "{\"status\":0,\"data\":{\"items\":[{\"name\":\"other\"}]}}";
        Fault moved = new Fault.Reply(200, Map.of(), page, false);
        sandbox.faults().next(3, moved, request -> request.path().contains("offset=999"));

        assertThat(ask("customers.list", "{\"all\": true}").path("msg").textValue())
                .isEqualTo(
                        "the records kept changing while they were read (3 times from the beginning); ask again later");
        assertThat(names(ask("customers.list", "{\"all\": true}"))).hasSize(1000);
    }

    @Test
    void readingBeginsAnewWhenRecordsMovedOnce() throws IOException {
        seedCustomers(1000);
        String page = "{\"status\":0}";
        Fault gone = new Fault.Reply(200, Map.of(), page, false);
        sandbox.faults().next(1, gone, request -> request.path().contains("offset=999"));

        assertThat(names(ask("customers.list", "{\"all\": true}"))).hasSize(1000);
        assertThat(sandbox.requests()).hasSize(4);
    }

    @Test
    void aStoppingProgramLeavesTheQuestionToTheNext() {
        gate.stop();

        assertThatThrownBy(() -> ask.answer("customers.list", "")).isInstanceOf(StoppingException.class);
    }

    private static boolean isNoProof(ReceivedRequest request) {
        return !request.is("customers.list");
    }

    private JsonNode ask(String operation, String body) throws IOException {
        return JSON.readTree(ask.answer(operation, body));
    }

    private void seedCustomers(int count) {
        sandbox.state()
                .seedCustomers(customerNames(0, count).stream()
                        .map(name -> Map.of("name", name))
                        .toList());
    }

    private static List<String> customerNames(int from, int to) {
        return IntStream.range(from, to).mapToObj(index -> "c" + index).toList();
    }

    private static List<String> names(JsonNode answer) {
        return answer.at("/data/items").findValuesAsText("name");
    }
}
