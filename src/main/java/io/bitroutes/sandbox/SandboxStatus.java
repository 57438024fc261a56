package io.bitroutes.sandbox;

/**
 * The envelope statuses of the sandbox, all of them. BitAnswer's pages list none, so these are the sandbox's own; every
 * one comes with HTTP 200 and a {@code msg} that names the guilty record.
 */
public enum SandboxStatus {
    /** The header {@code bitkey} is missing, wrong or revoked. */
    KEY_REFUSED(401),
    /** The body is not JSON. */
    BODY_UNREADABLE(1001),
    /** The body is JSON, but not of the shape this call takes. */
    BODY_SHAPE(1002),
    /** More items in one body than the call takes. */
    TOO_MANY_ITEMS(1003),
    /** A member the record does not have, or a value of the wrong type. */
    BAD_FIELD(1004),
    /** A record without its name. */
    NAME_MISSING(1005),
    /** The name in the body is not the one in the path. */
    NAME_DIFFERS(1006),
    /** There is no such customer, product or item. */
    ABSENT(1007),
    /** A product of that name is there already. */
    NAME_TAKEN(1008),
    /** Another customer has that {@code referenceId}. */
    REFERENCE_TAKEN(1009),
    /** A condition or sort that this call does not know. */
    BAD_QUERY(1010),
    /** An {@code offset} or {@code limit} out of bounds. */
    BAD_PAGE(1011),
    /** A repeated request id, when {@link Quirks#REPEAT_REFUSED} is on. */
    REPEATED(1012),
    /** A request id that carried another request before: the sender's mistake. */
    REQUEST_ID_REUSED(1013);

    private final int code;

    SandboxStatus(int code) {
        this.code = code;
    }

    /** The number in the envelope. */
    public int code() {
        return code;
    }
}
