package io.bitroutes.bus;

/** Why a question has no data for an answer: a text for people, and what programs go by. */
final class AskException extends Exception {
    private static final long serialVersionUID = 1L;

    /** The status where BitAnswer gave none. */
    private static final long NO_STATUS = -1;

    private final AskCode code;
    private final long status;

    AskException(AskCode code, String message) {
        this(code, NO_STATUS, message);
    }

    AskException(AskCode code, long status, String message) {
        super(message);
        this.code = code;
        this.status = status;
    }

    AskCode code() {
        return code;
    }

    long status() {
        return status;
    }
}
