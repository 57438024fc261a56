package io.bitroutes.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * The form of every answer: {@code {"status": 0, "msg": "...", "data": {"total": n, "items": [...]}}}. Immutable.
 *
 * @param status 0 = done; anything else = refused, and {@code msg} says why
 * @param msg the server's words, a number as its digits; empty when the answer has none
 * @param items what is kept of the records of the answer; absent when {@code data} or {@code items} is missing
 */
public record Envelope(long status, String msg, Optional<List<JsonNode>> items) {

    /** Reads one answer to its end, as {@link #read(InputStream, ItemsKept)}, with whole items. */
    public static Envelope read(InputStream answer) throws IOException {
        return read(answer, ItemsKept.WHOLE);
    }

    /**
     * Reads one answer to its end, in bounded memory; does not close the stream.
     *
     * @throws NoEnvelopeException if it is not an envelope
     * @throws IOException if it cannot be read
     */
    public static Envelope read(InputStream answer, ItemsKept kept) throws IOException {
        return new EnvelopeReader(kept).read(answer);
    }

    /** Whether the server says it did what it was asked. */
    public boolean done() {
        return status == 0;
    }
}
