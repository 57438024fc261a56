package io.bitroutes.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The form of every answer: {@code {"status": 0, "msg": "...", "data": {"total": n, "items": [...]}}}. Immutable.
 *
 * @param status 0 = done; anything else = refused, and {@code msg} says why
 * @param msg the server's words, a number as its digits; empty when the answer has none
 * @param items the records of the answer; absent when {@code data} or {@code items} is missing
 */
public record Envelope(long status, String msg, Optional<List<JsonNode>> items) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * Reads one answer to its end; does not close the stream.
     *
     * @throws IOException if it is not an envelope (an HTML page, cut-off JSON, nothing at all) or cannot be read
     */
    public static Envelope read(InputStream answer) throws IOException {
        JsonNode root;
        try (JsonParser parser = JSON.createParser(answer)) {
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            root = JSON.readTree(parser);
        }
        if (root == null || !root.path("status").isIntegralNumber()) {
            throw new IOException("the answer is not an envelope: no integer 'status'");
        }
        return new Envelope(
                root.get("status").asLong(),
                root.path("msg").asText(""),
                items(root.path("data").path("items")));
    }

    /** Whether the server says it did what it was asked. */
    public boolean done() {
        return status == 0;
    }

    private static Optional<List<JsonNode>> items(JsonNode items) {
        return items.isArray()
                ? Optional.of(StreamSupport.stream(items.spliterator(), false).toList())
                : Optional.empty();
    }
}
