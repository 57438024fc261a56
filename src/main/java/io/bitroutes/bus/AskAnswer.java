package io.bitroutes.bus;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * The answer to a question: {@code {"operation", "code", "status", "msg", "data": {"offset", "count", "more", "items"}}}.
 * Without data when {@code code} is not {@code DONE}.
 */
sealed interface AskAnswer {

    /** It as JSON. */
    String json();

    /** Data. */
    record Data(Question question, AskedRecords records, boolean more, String msg) implements AskAnswer {
        @Override
        public String json() {
            return written(question.operation().id(), AskCode.DONE, 0, msg, json -> {
                json.writeObjectFieldStart("data");
                json.writeNumberField("offset", question.offset());
                json.writeNumberField("count", records.count());
                json.writeBooleanField("more", more);
                json.writeFieldName("items");
                json.writeRawValue(records.json());
                json.writeEndObject();
            });
        }
    }

    /** No data, and why. */
    record Failure(String operation, AskException why) implements AskAnswer {
        @Override
        public String json() {
            return written(operation, why.code(), why.status(), why.getMessage(), json -> {});
        }
    }

    /** What is written behind the members that every answer has. */
    @FunctionalInterface
    interface Rest {
        void write(JsonGenerator json) throws IOException;
    }

    private static String written(String operation, AskCode code, long status, String msg, Rest rest) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("operation", operation);
            json.writeStringField("code", code.name());
            json.writeNumberField("status", status);
            json.writeStringField("msg", msg);
            rest.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
