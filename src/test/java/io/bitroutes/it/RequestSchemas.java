package io.bitroutes.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.bitroutes.sandbox.ReceivedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The schemas of the request bodies, which follow the API pages. */
final class RequestSchemas {
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private RequestSchemas() {}

    /** What is wrong with the body of a request; nothing if it is as the pages say. */
    static List<String> problems(ReceivedRequest request) {
        SchemaLocation location = SchemaLocation.of(
                "classpath:schema/requests.json#/$defs/" + request.operation().orElseThrow());
        return SCHEMAS.getSchema(location).validate(body(request)).stream()
                .map(ValidationMessage::toString)
                .toList();
    }

    static JsonNode body(ReceivedRequest request) {
        String body = request.body().orElseThrow();
        try {
            return body.isEmpty() ? NullNode.instance : JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
