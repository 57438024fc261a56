package io.bitroutes.bus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.api.Operations;
import io.bitroutes.deliver.HttpTransport;
import io.bitroutes.gate.Gate;
import io.bitroutes.http.ApiClient;
import io.bitroutes.sandbox.Quirks;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;

/** Asks a sandbox over real HTTP. */
@Timeout(60)
abstract class AskTestBase {
    static final Operations OPERATIONS = Operations.load();
    private static final JsonMapper JSON = new JsonMapper();
    static final String READS =
            "customers.list, customers.query, customer.get, products.list, products.query, datas.list, datas.query,"
                    + " data.get";

    final Gate gate = new Gate();
    Sandbox sandbox;
    Ask ask;

    @BeforeEach
    void start() throws IOException {
        start(Duration.ofSeconds(20), 1_000_000);
    }

    final void start(Duration patience, long mostBytes, Quirks... quirks) throws IOException {
        close();
        sandbox = Sandbox.start(SandboxOptions.defaults().withKeepBodies(true).with(quirks));
        ApiClient client = HttpTransport.client(sandbox.baseUrl(), gate);
        ask = new Ask(OPERATIONS, client, gate, patience, mostBytes, Texts.in("en"));
    }

    @AfterEach
    void close() {
        if (sandbox != null) {
            sandbox.close();
        }
    }

    final JsonNode ask(String operation, String body) throws IOException {
        return JSON.readTree(ask.answer(operation, body));
    }

    final void seedCustomers(int count) {
        sandbox.state()
                .seedCustomers(customerNames(0, count).stream()
                        .map(name -> Map.of("name", name))
                        .toList());
    }

    static List<String> customerNames(int from, int to) {
        return IntStream.range(from, to).mapToObj(index -> "c" + index).toList();
    }

    static List<String> names(JsonNode answer) {
        return answer.at("/data/items").findValuesAsText("name");
    }
}
