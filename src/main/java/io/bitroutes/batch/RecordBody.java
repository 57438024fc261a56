package io.bitroutes.batch;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.api.Field;
import io.bitroutes.api.Operation;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON of one record, as an operation sends it. */
final class RecordBody {
    private static final ObjectWriter JSON = new JsonMapper().writer();
    private static final byte[] NOTHING = {};

    private final Operation operation;
    private final List<Field> sent;

    RecordBody(Operation operation) {
        this.operation = operation;
        this.sent = operation.sentFields();
    }

    byte[] encode(Map<String, Object> values) throws IOException {
        return switch (operation.body()) {
            case NAMES -> JSON.writeValueAsBytes(values.get(operation.keyField()));
            case RECORD, RECORDS -> JSON.writeValueAsBytes(members(values));
            case NONE, QUERY -> NOTHING;
        };
    }

    /** A later field that is sent under the same name wins: the new name of a record over its old one. */
    private Map<String, Object> members(Map<String, Object> values) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (Field field : sent) {
            Object value = values.get(field.name());
            if (value != null) {
                members.put(field.sends(), value);
            }
        }
        return members;
    }
}
