package io.bitroutes.ledger;

/** Another instance may work the resource by now: whoever meets this stops the job, and writes nothing more about it. */
public final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LeaseLostException(String message) {
        super(message);
    }
}
