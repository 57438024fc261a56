package io.bitroutes.gate;

/** The program is stopping: whoever meets this leaves the work as it is, to be resumed at the next start. */
public final class StoppingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An order to stop. */
    public StoppingException() {
        super("the program is stopping");
    }
}
