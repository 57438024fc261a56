package io.bitroutes.record;

import java.util.List;

/**
 * A row that goes back to its sender, with the five columns put in front of it.
 *
 * @param row its number in the file
 * @param code one of {@code INVALID, REFUSED, UNCONFIRMED, NOT_ISOLATED, UNKNOWN, NOT_SENT}
 * @param status the envelope's or HTTP status as digits; empty when nothing was answered
 * @param msg why, in the server's words or ours
 * @param request the request id it was last sent under; empty when it was not sent
 */
public record ReturnedRow(long row, String code, String status, String msg, String request) {
    /** The names of the five columns. They are never translated, and what begins with {@code _} is never read. */
    static final List<String> NAMES = List.of("_row", "_code", "_status", "_msg", "_request");

    /** The cells of the five columns. */
    List<String> cells() {
        return List.of(String.valueOf(row), code, status, msg, request);
    }
}
