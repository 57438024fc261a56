package io.bitroutes.ledger;

/** The ledger cannot be read or written; nothing was changed by the step that met this. */
public final class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LedgerException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
