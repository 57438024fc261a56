package io.bitroutes.sandbox;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/** Turns answers into envelopes, shaped by the quirks. Immutable. */
record EnvelopeWriter(SandboxOptions options) {

    byte[] write(Answer answer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
            json.writeStartObject();
            if (answer instanceof Answer.Refused refused) {
                refused(json, refused);
            } else {
                json.writeNumberField("status", 0);
            }
            if (answer instanceof Answer.Page page) {
                page(json, page);
            } else if (answer instanceof Answer.Written written) {
                written(json, written);
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private void refused(JsonGenerator json, Answer.Refused refused) throws IOException {
        json.writeNumberField("status", refused.status().code());
        if (options.has(Quirks.MSG_AS_NUMBER)) {
            json.writeNumberField("msg", refused.status().code());
        } else {
            json.writeStringField("msg", refused.msg());
        }
    }

    private void page(JsonGenerator json, Answer.Page page) throws IOException {
        if (page.items().isEmpty() && options.has(Quirks.EMPTY_PAGE_WITHOUT_DATA)) {
            return;
        }
        json.writeObjectFieldStart("data");
        if (page.totalKnown()) {
            total(json, page.total());
        }
        items(json, page.items());
        json.writeEndObject();
    }

    private void written(JsonGenerator json, Answer.Written written) throws IOException {
        if (options.has(Quirks.DATA_MISSING)) {
            return;
        }
        json.writeObjectFieldStart("data");
        total(json, written.items().size());
        if (!options.has(Quirks.ITEMS_MISSING)) {
            items(json, listed(written));
        }
        json.writeEndObject();
    }

    private List<Item> listed(Answer.Written written) {
        if (options.has(Quirks.ITEMS_EMPTY)) {
            return List.of();
        }
        return options.has(Quirks.ITEMS_ONLY_CHANGED) ? written.changed() : written.items();
    }

    private void total(JsonGenerator json, int total) throws IOException {
        if (options.has(Quirks.TOTAL_MISSING)) {
            return;
        }
        int lie = total == 1 ? 2 : 1;
        json.writeNumberField("total", options.has(Quirks.TOTAL_LYING) ? lie : total);
    }

    private static void items(JsonGenerator json, List<Item> items) throws IOException {
        json.writeArrayFieldStart("items");
        for (Item item : items) {
            item.write(json);
        }
        json.writeEndArray();
    }
}
