package io.bitroutes.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads one envelope from a stream in bounded memory, whatever comes. Used once. */
final class EnvelopeReader {
    private static final int LONGEST_TEXT = 2 << 20;
    private static final int LONGEST_MSG = 2000;
    /** Items become objects of several times their size. */
    private static final long MOST_WHOLE_BYTES =
            Math.min(64L << 20, Runtime.getRuntime().maxMemory() / 8);

    private static final JsonMapper WHOLE = mapper(MOST_WHOLE_BYTES);
    private static final JsonMapper PARTLY = mapper(Long.MAX_VALUE);

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ItemsKept kept;
    private OptionalLong status = OptionalLong.empty();
    private String msg = "";
    private Optional<List<JsonNode>> items = Optional.empty();

    EnvelopeReader(ItemsKept kept) {
        this.kept = kept;
    }

    private static JsonMapper mapper(long mostBytes) {
        return JsonMapper.builder(JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxStringLength(LONGEST_TEXT)
                                .maxDocumentLength(mostBytes)
                                .build())
                        .build())
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .build();
    }

    Envelope read(InputStream answer) throws IOException {
        kept.sink().ifPresent(ItemSink::begin);
        try (JsonParser json = (kept.whole() ? WHOLE : PARTLY).createParser(answer)) {
            if (json.nextToken() == JsonToken.START_OBJECT) {
                readMembers(json);
            }
            if (status.isEmpty()) {
                throw new NoEnvelopeException("the answer is not an envelope: no integer 'status'");
            }
            if (json.nextToken() != null) {
                throw new NoEnvelopeException("the answer is not an envelope: something follows it");
            }
            return new Envelope(status.getAsLong(), msg, items);
        } catch (JsonProcessingException | CharConversionException e) {
            throw new NoEnvelopeException("the answer is not an envelope: not JSON, or too large", e);
        }
    }

    private void readMembers(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String member = json.currentName();
            JsonToken value = json.nextToken();
            if (member.equals("status") && value == JsonToken.VALUE_NUMBER_INT) {
                status = OptionalLong.of(json.getLongValue());
            } else if (member.equals("msg")) {
                msg = words(json, value);
            } else if (member.equals("data") && value == JsonToken.START_OBJECT) {
                readData(json);
            } else {
                json.skipChildren();
            }
        }
    }

    /** Also a number as its digits. */
    private static String words(JsonParser json, JsonToken value) throws IOException {
        if (!value.isScalarValue()) {
            json.skipChildren();
            return "";
        }
        String text = value == JsonToken.VALUE_NULL ? "" : json.getText();
        return text.length() > LONGEST_MSG ? text.substring(0, LONGEST_MSG) : text;
    }

    private void readData(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String member = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_ARRAY && member.equals("items")) {
                items = Optional.of(readItems(json));
            } else if (value == JsonToken.VALUE_NUMBER_INT && member.equals("total")) {
                readTotal(json);
            } else {
                json.skipChildren();
            }
        }
    }

    private void readTotal(JsonParser json) throws IOException {
        if (kept.sink().isPresent() && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            kept.sink().get().total(json.getLongValue());
        }
    }

    /** Whoever reads an item tells which field is there twice, for less than the parser does. */
    private List<JsonNode> readItems(JsonParser json) throws IOException {
        List<JsonNode> read = new ArrayList<>();
        json.disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        for (int count = 0; json.nextToken() != JsonToken.END_ARRAY; count++) {
            if (count >= kept.most()) {
                json.skipChildren();
            } else if (kept.sink().isPresent()) {
                kept.sink().get().take(json);
            } else {
                read.add(kept.whole() ? WHOLE.readTree(json) : readMember(json));
            }
        }
        return List.copyOf(read);
    }

    private JsonNode readMember(JsonParser json) throws IOException {
        Optional<JsonNode> member = Optional.empty();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return NODES.objectNode();
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean wanted = json.currentName().equals(kept.field());
            JsonToken value = json.nextToken();
            if (wanted && member.isPresent()) {
                throw new NoEnvelopeException("the answer is not an envelope: an item has its name twice");
            }
            if (wanted && value.isScalarValue()) {
                member = Optional.of(scalar(json, value));
            } else {
                json.skipChildren();
            }
        }
        return member.map(this::item).orElseGet(NODES::objectNode);
    }

    private JsonNode item(JsonNode member) {
        return new ObjectNode(NODES, Map.of(kept.field(), member));
    }

    private static JsonNode scalar(JsonParser json, JsonToken value) throws IOException {
        return value == JsonToken.VALUE_STRING ? TextNode.valueOf(json.getText()) : WHOLE.readTree(json);
    }
}
