package io.bitroutes.http;

/** A failure of the network in a few words: exceptions of the network layer never hold headers or bodies. */
final class Failure {
    private Failure() {}

    static String summary(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        return failure.getMessage() == null ? name : name + ": " + failure.getMessage();
    }
}
