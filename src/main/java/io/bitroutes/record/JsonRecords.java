package io.bitroutes.record;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.bitroutes.text.ParserWords;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;

/** Goes through a JSON text from record to record. */
final class JsonRecords implements Closeable {
    /** Not all of these failures have a class of their own. */
    private static final String CUT_OFF = "Unexpected end-of-input";

    private final JsonShape shape;
    private final RecordGuard guard;
    private final JsonParser parser;
    private final Wording wording;
    private long number;
    private long begin;
    private int depth;
    private boolean amongRecords;

    JsonRecords(Reader text, JsonShape shape, Wording wording) throws IOException {
        this.shape = shape;
        this.guard = new RecordGuard(text, Integer.MAX_VALUE);
        this.parser = Json.FACTORY.createParser(guard);
        this.wording = wording;
    }

    /** Moves the parser to the first token of the next record, which must then be read to its end; false at the end. */
    boolean next() throws IOException {
        checkLength();
        guard.recordBegins();
        number++;
        JsonToken token = parser.nextToken();
        while (token != null && !isRecord(token)) {
            token = parser.nextToken();
        }
        if (token == null) {
            return false;
        }
        begin = parser.currentTokenLocation().getCharOffset();
        if (shape == JsonShape.SEQUENCE) {
            number = Math.max(number, parser.currentTokenLocation().getLineNr());
        }
        return true;
    }

    JsonParser parser() {
        return parser;
    }

    /** The present record's index from 1, or its line if every record has its own. */
    long number() {
        return number;
    }

    /** The position of the present record's first character. */
    long begin() {
        return begin;
    }

    /** The position after what has been read of the present record. */
    long end() {
        return parser.currentLocation().getCharOffset();
    }

    /** What a failure means, if it is the file's fault; else it is thrown again. */
    BrokenFileException translated(IOException failure) throws IOException {
        if (failure instanceof MalformedByteException octet) {
            return wording.brokenAt(number, "json-byte", octet.position(), octet.hex(), octet.charset());
        }
        if (failure instanceof JsonProcessingException syntax) {
            return translated(syntax);
        }
        return wording.translated(failure, number);
    }

    private BrokenFileException translated(JsonProcessingException failure) {
        String message = ParserWords.of(failure.getOriginalMessage());
        if (failure instanceof StreamConstraintsException) {
            return wording.brokenAt(number, "json-limits", message);
        }
        if (message.startsWith(CUT_OFF)) {
            return wording.brokenAt(number, "json-cut-off");
        }
        JsonLocation place = failure.getLocation();
        return wording.brokenAt(number, "json-syntax", place.getLineNr(), place.getColumnNr(), message);
    }

    @Override
    public void close() throws IOException {
        parser.close();
        guard.close();
    }

    private boolean isRecord(JsonToken token) throws IOException {
        if (amongRecords) {
            amongRecords = token != JsonToken.END_ARRAY;
            return amongRecords;
        }
        if (shape == JsonShape.ANSWER) {
            checkNothingBetween(depth > 0 || token == JsonToken.START_OBJECT);
            descend(token);
        } else if (shape == JsonShape.ARRAY) {
            checkNothingBetween(token == JsonToken.START_ARRAY);
            amongRecords = true;
        }
        return shape == JsonShape.SEQUENCE;
    }

    private void checkNothingBetween(boolean holds) throws JsonParseException {
        if (!holds) {
            throw new JsonParseException(parser, "a value after the end of the records");
        }
    }

    private void descend(JsonToken token) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            depth++;
        } else if (token == JsonToken.END_OBJECT) {
            depth--;
        } else if (token == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            amongRecords = name.equals(JsonShape.ITEMS) && value == JsonToken.START_ARRAY;
            if (name.equals(JsonShape.DATA) && value == JsonToken.START_OBJECT) {
                depth++;
            } else if (!amongRecords) {
                parser.skipChildren();
            }
        }
    }

    private void checkLength() throws RecordTooLongException {
        if (number > 0 && end() - begin > RecordGuard.MOST_CHARACTERS) {
            throw new RecordTooLongException();
        }
    }
}
