package io.bitroutes.batch;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.bitroutes.api.Field;
import io.bitroutes.api.Operation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON of one record, as an operation sends it. */
final class RecordBody {
    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] NOTHING = {};
    private static final int USUAL = 256;

    private final Operation operation;
    private final List<Member> sent;

    /** A member of the body, and the fields that become it. */
    private record Member(String name, List<String> fields) {

        /** A later field that is sent under the same name wins: the new name of a record over its old one. */
        Object of(Map<String, Object> values) {
            Object last = null;
            for (String field : fields) {
                Object value = values.get(field);
                last = value == null ? last : value;
            }
            return last;
        }
    }

    RecordBody(Operation operation) {
        this.operation = operation;
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (Field field : operation.sentFields()) {
            fields.computeIfAbsent(field.sends(), first -> new ArrayList<>()).add(field.name());
        }
        this.sent = fields.entrySet().stream()
                .map(member -> new Member(member.getKey(), List.copyOf(member.getValue())))
                .toList();
    }

    byte[] encode(Map<String, Object> values) throws IOException {
        if (operation.body() == Operation.Body.NONE || operation.body() == Operation.Body.QUERY) {
            return NOTHING;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL);
        try (JsonGenerator json = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
            if (operation.body() == Operation.Body.NAMES) {
                json.writeObject(values.get(operation.keyField()));
            } else {
                writeMembers(values, json);
            }
        }
        return bytes.toByteArray();
    }

    private void writeMembers(Map<String, Object> values, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Member member : sent) {
            Object value = member.of(values);
            if (value != null) {
                json.writeFieldName(member.name());
                json.writeObject(value);
            }
        }
        json.writeEndObject();
    }
}
