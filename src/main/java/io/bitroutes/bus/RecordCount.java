package io.bitroutes.bus;

import java.util.function.IntUnaryOperator;

/** Counts the records of a body without reading it, so that it is known when enough has been received. */
final class RecordCount {
    private final IntUnaryOperator body;
    private final int length;
    private int place;
    private int depth;
    private int values;

    private RecordCount(IntUnaryOperator body, int length) {
        this.body = body;
        this.length = length;
    }

    /** Roughly, and at least one. */
    static int of(BusMessage message) {
        if (message.body() instanceof BusMessage.Text text) {
            return new RecordCount(text.text()::charAt, text.text().length()).count();
        }
        if (message.body() instanceof BusMessage.Bytes bytes) {
            return new RecordCount(at -> bytes.bytes()[at], bytes.bytes().length).count();
        }
        return 1;
    }

    private int count() {
        while (place < length && body.applyAsInt(place) <= ' ') {
            place++;
        }
        int first = place < length ? body.applyAsInt(place) : ' ';
        int counted = first == '[' || first == '{' ? values(first == '[' ? 1 : 0) : lines() - 1;
        return Math.max(1, counted);
    }

    private int lines() {
        int lines = length == 0 || body.applyAsInt(length - 1) == '\n' ? 0 : 1;
        for (int at = 0; at < length; at++) {
            lines += body.applyAsInt(at) == '\n' ? 1 : 0;
        }
        return lines;
    }

    /** The values at that depth: objects, and texts in an array of names. */
    private int values(int level) {
        for (; place < length; place++) {
            int sign = body.applyAsInt(place);
            if (sign == '"') {
                values += depth == level ? 1 : 0;
                skipText();
            } else if (sign == '{' || sign == '[') {
                values += depth == level ? 1 : 0;
                depth++;
            } else if (sign == '}' || sign == ']') {
                depth--;
            }
        }
        return values;
    }

    private void skipText() {
        place++;
        while (place < length && body.applyAsInt(place) != '"') {
            place += body.applyAsInt(place) == '\\' ? 2 : 1;
        }
    }
}
