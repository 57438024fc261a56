package io.bitroutes.cli;

/** The exit codes that scripts rely on. */
final class ExitCode {
    static final int FINE = 0;
    static final int SOME_REJECTED = 1;
    static final int COULD_NOT_RUN = 2;

    private ExitCode() {}
}
