package io.bitroutes.http;

import io.bitroutes.api.Envelope;

/** What a request came to after all of its tries. */
public sealed interface Reply {

    /** How many times it went out. */
    int tries();

    /** Status 0. */
    record Done(Envelope envelope, int tries) implements Reply {}

    /** A code that means "already done", for a request that had gone out before. */
    record Repeated(int tries) implements Reply {}

    /**
     * Refused.
     *
     * @param status the envelope's status, or the HTTP status when there was no envelope
     * @param msg the server's words
     * @param afterUnanswered whether an earlier try may have been applied, so that this is no verdict
     * @param at when the answer came in, for the proof of the key
     * @param tooLarge whether it is too large, so that its parts may pass
     */
    record Refused(String status, String msg, boolean afterUnanswered, Moment at, boolean tooLarge, int tries)
            implements Reply {}

    /** It never succeeds though the server is well: this request itself is at fault. */
    record Hopeless(String why, int tries) implements Reply {}

    /** It may have been applied, and it is too late to send it again without looking. */
    record Late(int tries) implements Reply {}
}
