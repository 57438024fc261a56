package io.bitroutes.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests and answers of all operations against the schemas in {@code schema/}, which follow the API pages. */
class ContractTest extends SandboxTestBase {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    @BeforeEach
    void seedWhatTheExamplesNeed() {
        seed("华为/1", "test0");
        sandbox.state().seedProduct(Map.of("productName", "demo", "refId", "r"));
        sandbox.state().seedData("SN-1", Map.of("name", "theme", "value", "light"));
        sandbox.state().seedData("SN-1", Map.of("name", "edition", "value", "pro", "source", "product"));
    }

    @Test
    void everyOperationHasAnExample() throws Exception {
        assertThat(examples().fieldNames())
                .toIterable()
                .containsExactlyElementsOf(operations().map(Operation::id).toList());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anExampleIsAnsweredAsThePagesSay(Operation operation) throws Exception {
        JsonNode example = examples().get(operation.id());
        JsonNode body = example.path("body");
        assertThat(problems("requests", operation.id(), body.isMissingNode() ? NullNode.instance : body))
                .isEmpty();

        Client.Reply reply = client.send(
                operation.method(), example.get("path").asText(), body.isMissingNode() ? "" : body.toString());

        assertDone(reply);
        assertThat(problems("answers", operation.id(), reply.json())).isEmpty();
        assertThat(reply.items()).isNotEmpty();
        assertThat(sandbox.requests().get(0).is(operation.id())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aRefusalIsAnEnvelope(Operation operation) throws Exception {
        String path = examples().get(operation.id()).get("path").asText();

        Client.Reply reply = client.withoutKey().send(operation.method(), path, "");

        assertThat(problems("answers", "refusal", reply.json())).isEmpty();
    }

    @Test
    void theSchemasRefuseWhatIsWrong() {
        JsonNode wrong = Json.MAPPER.createObjectNode().put("status", 0).put("total", 1);

        assertThat(operations()).allSatisfy(operation -> {
            assertThat(problems("answers", operation.id(), wrong)).isNotEmpty();
            assertThat(problems("requests", operation.id(), wrong)).isNotEmpty();
        });
    }

    static Stream<Operation> operations() {
        return Operations.load().all().stream();
    }

    private static List<String> problems(String schema, String definition, JsonNode json) {
        SchemaLocation location = SchemaLocation.of("classpath:schema/" + schema + ".json#/$defs/" + definition);
        return SCHEMAS.getSchema(location).validate(json).stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonNode examples() throws IOException {
        try (InputStream examples = ContractTest.class.getResourceAsStream("/schema/examples.json")) {
            return new ObjectMapper().readTree(examples);
        }
    }
}
