package io.bitroutes.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Optional;

/** The sandbox's JSON: strict about what comes in. */
final class Json {
    static final String CONTENT_TYPE = "application/json;charset=UTF-8";
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    static String quote(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    static Body read(byte[] bytes) {
        if (bytes.length == 0) {
            return new Body(Optional.empty(), "the body is empty");
        }
        try {
            return new Body(Optional.of(MAPPER.readTree(bytes)), "");
        } catch (JsonProcessingException e) {
            return new Body(Optional.empty(), "the body is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            return new Body(Optional.empty(), "the body is not JSON: " + e.getMessage());
        }
    }

    /** A body read as JSON, or why it could not be. */
    record Body(Optional<JsonNode> json, String problem) {
        JsonNode orRefuse() {
            return json.orElseThrow(() -> new Refusal(SandboxStatus.BODY_UNREADABLE, problem));
        }

        int records() {
            return json.map(node -> node.isArray() ? node.size() : node.isObject() ? 1 : 0)
                    .orElse(0);
        }
    }
}
