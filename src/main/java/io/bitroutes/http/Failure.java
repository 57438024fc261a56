package io.bitroutes.http;

import io.bitroutes.config.BitKeyException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/** A failure of the network in a few words: exceptions of the network layer never hold headers or bodies. */
final class Failure {
    private Failure() {}

    static String summary(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        return failure.getMessage() == null ? name : name + ": " + failure.getMessage();
    }

    /** What a failure of the {@code call} route means for its request. */
    static Answer answer(Throwable failure, String summary) {
        if (failure instanceof BitKeyException) {
            return new Answer.NotSent(failure.getMessage(), true);
        }
        if (failure instanceof InterruptedIOException && !(failure instanceof SocketTimeoutException)) {
            return new Answer.NotSent(summary, false);
        }
        return new Answer.Missing(summary, !neverConnected(failure));
    }

    private static boolean neverConnected(Throwable failure) {
        return failure instanceof ConnectException
                || failure instanceof NoRouteToHostException
                || failure instanceof UnknownHostException;
    }
}
