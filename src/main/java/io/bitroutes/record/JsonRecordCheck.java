package io.bitroutes.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.bitroutes.api.Field;
import io.bitroutes.api.Operation;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns a JSON object into a record, or into the reasons why it is none. */
final class JsonRecordCheck {
    private static final String MEMBER = "$.";

    private final Operation operation;
    private final Map<String, Place> places = new HashMap<>();
    private final List<String> known;
    private final ValueCheck values;
    private final Wording wording;

    /** A field, and which of the operation's it is. */
    private record Place(int index, Field field) {}

    JsonRecordCheck(Operation operation, FieldNames names, Wording wording) {
        this.operation = operation;
        for (int index = 0; index < operation.fields().size(); index++) {
            Field field = operation.fields().get(index);
            places.put(field.name(), new Place(index, field));
        }
        this.known = names.known();
        this.values = new ValueCheck(operation, wording);
        this.wording = wording;
    }

    /** Reads the value at which the parser stands, to its end. */
    Row read(JsonParser parser, long number) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            String kind = kind(parser.currentToken());
            parser.skipChildren();
            return new Row.Bad(number, wording.bad("not-an-object", kind));
        }
        Members members = new Members(new Draft(number));
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            parser.nextToken();
            members.take(parser);
            parser.skipChildren();
        }
        return members.row(number);
    }

    private String kind(JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> wording.jsonKind("text");
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> wording.jsonKind("number");
            case VALUE_TRUE, VALUE_FALSE -> wording.jsonKind("boolean");
            case START_ARRAY -> wording.jsonKind("array");
            case START_OBJECT -> wording.jsonKind("object");
            default -> wording.jsonKind("null");
        };
    }

    /** The members of one object. */
    private final class Members {
        private final Draft draft;
        private final Set<String> unknown = new HashSet<>();
        private final boolean[] seen = new boolean[operation.fields().size()];
        private final String[] given = new String[seen.length];
        private boolean inherited;

        Members(Draft draft) {
            this.draft = draft;
        }

        void take(JsonParser parser) throws IOException {
            String name = parser.currentName();
            if (name.startsWith(FieldNames.OWN_PREFIX)) {
                return;
            }
            Place place = places.get(name);
            if (!isFirst(name, place)) {
                draft.complain(wording.bad("duplicate-member", MEMBER + name));
            } else if (place == null) {
                draft.complain(wording.bad("unknown-member", MEMBER + name, wording.suggestion(name, known)));
            } else if (place.field().readOnly()) {
                readOnly(name, parser);
            } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
                value(place, parser);
            } else if (place.field().required()) {
                draft.complain(wording.bad("required", name));
            }
        }

        private boolean isFirst(String name, Place place) {
            if (place == null) {
                return unknown.add(name);
            }
            boolean first = !seen[place.index()];
            seen[place.index()] = true;
            return first;
        }

        private void readOnly(String name, JsonParser parser) throws IOException {
            inherited |= name.equals(Inheritance.FIELD) && Inheritance.inherited(parser.getValueAsString(""));
            if (operation.removes()) {
                draft.complain(wording.bad("not-key", MEMBER + name));
            }
        }

        private void value(Place place, JsonParser parser) throws IOException {
            Field field = place.field();
            boolean whole = field.type() == Field.Type.INTEGER;
            if (parser.currentToken() == (whole ? JsonToken.VALUE_NUMBER_INT : JsonToken.VALUE_STRING)) {
                given[place.index()] = parser.getText();
            } else {
                String wanted = wording.jsonKind(whole ? "whole-number" : "text");
                draft.complain(wording.bad("wrong-type", MEMBER + field.name(), kind(parser.currentToken()), wanted));
            }
        }

        Row row(long number) {
            if (inherited) {
                return new Row.Skipped(number);
            }
            for (int index = 0; index < given.length; index++) {
                Field field = operation.fields().get(index);
                if (given[index] != null) {
                    check(field, given[index]);
                } else if (field.required() && !seen[index]) {
                    draft.complain(wording.bad("missing-member", MEMBER + field.name()));
                }
            }
            return draft.row(operation, wording);
        }

        /** An empty text is one on purpose here: whoever does not want to give a member leaves it out. */
        private void check(Field field, String text) {
            String value = values.stored(field, text);
            if (field.type() == Field.Type.INTEGER) {
                values.wholeNumber(field, value, draft);
            } else if (!value.isEmpty() || field.clearable()) {
                values.text(field, value, draft);
            } else {
                draft.complain(wording.bad(field.required() ? "required" : "not-clearable", field.name(), value));
            }
        }
    }
}
