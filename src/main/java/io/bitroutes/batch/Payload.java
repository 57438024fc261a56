package io.bitroutes.batch;

import java.util.List;

/** The records of a batch, as bytes ready to be sent, by position from 0. Immutable. */
public sealed interface Payload permits ArrayPayload, SinglesPayload {

    /** How many records it has. */
    int size();

    /** The path, below the base URL and percent-encoded, to which the record at a position goes. */
    String path(int position);

    /** What the record at a position belongs to, so that its names mean something: a licence code; else empty. */
    String scope(int position);

    /** The names that no other request in flight may carry, for the record at a position; the first is its own. */
    List<String> keys(int position);

    /** The body that carries the records from {@code first} to {@code last}, both included. */
    byte[] body(int first, int last);

    /** About how many bytes the record at a position takes of a body. */
    int length(int position);
}
