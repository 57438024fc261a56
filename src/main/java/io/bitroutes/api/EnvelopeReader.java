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
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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

    private final ItemsKept kept;
    private final String[] members;
    private OptionalLong status = OptionalLong.empty();
    private String msg = "";
    private Optional<List<JsonNode>> items = Optional.empty();

    EnvelopeReader(ItemsKept kept) {
        this.kept = kept;
        this.members = kept.members().toArray(String[]::new);
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
        try (JsonParser json = (kept.as() == ItemsKept.As.MEMBERS ? PARTLY : WHOLE).createParser(answer)) {
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
            if (json.nextToken() == JsonToken.START_ARRAY && member.equals("items")) {
                items = Optional.of(readItems(json));
            } else {
                json.skipChildren();
            }
        }
    }

    /** Of what is kept by trees and rows, these tell which field is there twice, for less than the parser does. */
    private List<JsonNode> readItems(JsonParser json) throws IOException {
        List<JsonNode> read = new ArrayList<>();
        if (kept.as() != ItemsKept.As.MEMBERS) {
            json.disable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (read.size() >= kept.most()) {
                json.skipChildren();
            } else {
                read.add(readItem(json));
            }
        }
        return Collections.unmodifiableList(read);
    }

    private JsonNode readItem(JsonParser json) throws IOException {
        return switch (kept.as()) {
            case WHOLE -> WHOLE.readTree(json);
            case MEMBERS -> readMembersKept(json);
            case ROW -> readRow(json);
        };
    }

    private JsonNode readMembersKept(JsonParser json) throws IOException {
        ObjectNode item = PARTLY.createObjectNode();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return item;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken().isScalarValue() && kept.members().contains(name)) {
                item.set(name, WHOLE.readTree(json));
            } else {
                json.skipChildren();
            }
        }
        return item;
    }

    private JsonNode readRow(JsonParser json) throws IOException {
        JsonNode[] row = new JsonNode[members.length];
        Arrays.fill(row, MissingNode.getInstance());
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return row(row);
        }
        int last = -1;
        for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
            int place = place(name, last);
            JsonToken value = json.nextToken();
            if (place < 0) {
                json.skipChildren();
                continue;
            }
            if (!row[place].isMissingNode()) {
                throw new NoEnvelopeException("the answer is not an envelope: '" + name + "' stands twice in an item");
            }
            row[place] = value == JsonToken.VALUE_STRING ? TextNode.valueOf(json.getText()) : WHOLE.readTree(json);
            last = place;
        }
        return row(row);
    }

    private static JsonNode row(JsonNode[] row) {
        return new ArrayNode(WHOLE.getNodeFactory(), Arrays.asList(row));
    }

    /** Looked for behind the last one found: answers mostly have their members in one order. */
    private int place(String name, int last) {
        for (int step = 1; step <= members.length; step++) {
            int place = (last + step) % members.length;
            if (members[place].equals(name)) {
                return place;
            }
        }
        return -1;
    }
}
