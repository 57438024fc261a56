package io.bitroutes.batch;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.bitroutes.api.Field;
import io.bitroutes.api.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** The JSON of records, one after another, as an operation sends them. Not safe for threads. */
final class RecordBody {
    private static final JsonFactory JSON = new JsonFactory().setRootValueSeparator("");
    private static final byte[] NOTHING = {};
    private static final int USUAL = 256;

    private final Operation operation;
    /** Under which name of a member a field is sent. */
    private final Map<String, SerializableString> members = new HashMap<>();
    /** Of two fields sent under the same name the later one wins: the new name of a record over its old one. */
    private final Map<String, String> winners = new HashMap<>();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL);
    /** One for all records: to make it takes longer than to write a short one. */
    private final JsonGenerator json;

    RecordBody(Operation operation) {
        this.operation = operation;
        Map<String, String> before = new HashMap<>();
        for (Field field : operation.sentFields()) {
            members.put(field.name(), new SerializedString(field.sends()));
            String earlier = before.put(field.sends(), field.name());
            if (earlier != null) {
                winners.put(earlier, field.name());
            }
        }
        this.json = generator(bytes);
    }

    private static JsonGenerator generator(ByteArrayOutputStream target) {
        try {
            return JSON.createGenerator(target, JsonEncoding.UTF8);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    byte[] encode(Map<String, Object> values) throws IOException {
        if (operation.body() == Operation.Body.NONE || operation.body() == Operation.Body.QUERY) {
            return NOTHING;
        }
        bytes.reset();
        if (operation.body() == Operation.Body.NAMES) {
            json.writeObject(values.get(operation.keyField()));
        } else {
            writeMembers(values);
        }
        json.flush();
        return bytes.toByteArray();
    }

    private void writeMembers(Map<String, Object> values) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, Object> value : values.entrySet()) {
            SerializableString member = members.get(value.getKey());
            if (member != null && wins(value.getKey(), values)) {
                json.writeFieldName(member);
                json.writeObject(value.getValue());
            }
        }
        json.writeEndObject();
    }

    private boolean wins(String field, Map<String, Object> values) {
        String winner = winners.get(field);
        return winner == null || !values.containsKey(winner);
    }
}
