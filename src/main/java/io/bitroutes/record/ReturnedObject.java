package io.bitroutes.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Pattern;

/** One JSON record on its way back: our members, then its own as they were, without those of an earlier round. */
final class ReturnedObject {
    private static final String NOT_AN_OBJECT = "\"_value\":";
    private static final Pattern LAST_COMMA = Pattern.compile(",\\s*$");
    private static final Pattern LINE_ENDS = Pattern.compile("[\\r\\n]+");

    private ReturnedObject() {}

    /** The record as one line, without its end. Between members line ends mean nothing; within them there are none. */
    static String line(ReturnedRow row, String record) throws IOException {
        String own = record.startsWith("{") ? ownMembers(record) : NOT_AN_OBJECT + record;
        String line = ourMembers(row) + (own.isEmpty() ? "" : ",") + own + "}";
        return LINE_ENDS.matcher(line).replaceAll(" ");
    }

    private static String ourMembers(ReturnedRow row) throws IOException {
        StringWriter text = new StringWriter();
        List<String> cells = row.cells();
        try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeNumberField(ReturnedRow.NAMES.get(0), row.row());
            for (int index = 1; index < cells.size(); index++) {
                json.writeStringField(ReturnedRow.NAMES.get(index), cells.get(index));
            }
            json.writeEndObject();
        }
        String object = text.toString();
        return object.substring(0, object.length() - 1);
    }

    private static String ownMembers(String record) throws IOException {
        StringBuilder members = new StringBuilder(record.length());
        int begin = 0;
        boolean kept = false;
        try (JsonParser parser = Json.FACTORY.createParser(record)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                int next = (int) parser.currentTokenLocation().getCharOffset();
                members.append(record, kept ? begin : next, next);
                begin = next;
                kept = !parser.currentName().startsWith(FieldNames.OWN_PREFIX);
                parser.nextToken();
                parser.skipChildren();
            }
            int end = (int) parser.currentTokenLocation().getCharOffset();
            members.append(record, kept ? begin : end, end);
        }
        return kept ? members.toString() : LAST_COMMA.matcher(members).replaceFirst("");
    }
}
