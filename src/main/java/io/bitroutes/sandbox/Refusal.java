package io.bitroutes.sandbox;

/** Why a request is refused; becomes the envelope's status and msg. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SandboxStatus status;

    Refusal(SandboxStatus status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /** The same refusal, saying which record of a batch is guilty. */
    Refusal at(int position, int records) {
        return records == 1
                ? this
                : new Refusal(status, getMessage() + " (record " + position + " of " + records + ")");
    }

    Answer.Refused answer() {
        return new Answer.Refused(status, getMessage());
    }
}
