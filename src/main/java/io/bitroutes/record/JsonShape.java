package io.bitroutes.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.Reader;

/** Where the records of a JSON text are. */
enum JsonShape {
    /** They stand one after the other: one object, or JSON lines. */
    SEQUENCE,
    /** They are the elements of an array. */
    ARRAY,
    /** They are the items of an answer of the API. */
    ANSWER;

    static final String DATA = "data";
    static final String ITEMS = "items";

    /** The shape of a text, judged by its beginning. */
    static JsonShape of(Reader text) throws IOException {
        try (JsonParser parser = Json.FACTORY.createParser(new RecordGuard(text, Integer.MAX_VALUE))) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                return ARRAY;
            }
            return first == JsonToken.START_OBJECT && isAnswer(parser) ? ANSWER : SEQUENCE;
        } catch (JsonProcessingException | MalformedByteException | RecordTooLongException e) {
            // Whoever reads the records comes to the same place, and can name it.
            return SEQUENCE;
        }
    }

    /** Whether a text is certainly no array and no answer, found out without parsing it: most messages are so. */
    static boolean isPlainObject(String text) {
        return text.startsWith("{") && text.indexOf('\\') < 0 && !text.contains(DATA) && !text.contains(ITEMS);
    }

    private static boolean isAnswer(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if ((name.equals(DATA) && value == JsonToken.START_OBJECT)
                    || (name.equals(ITEMS) && value == JsonToken.START_ARRAY)) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }
}
