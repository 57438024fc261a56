package io.bitroutes.http;

import io.bitroutes.api.Envelope;
import java.time.Duration;
import java.util.Optional;

/** Answers for tests. */
final class Answers {
    static final Answer MISSING = new Answer.Missing("ConnectException: refused");
    static final Answer DONE = envelope(200, 0);

    private Answers() {}

    static Answer status(long status) {
        return envelope(200, status);
    }

    static Answer envelope(int http, long status) {
        String msg = status == 0 ? "" : "no " + status;
        return new Answer.Enveloped(http, new Envelope(status, msg, Optional.empty()), Optional.empty());
    }

    static Answer bare(int http) {
        return new Answer.Bare(http, Optional.empty());
    }

    static Answer bare(int http, Duration retryAfter) {
        return new Answer.Bare(http, Optional.of(retryAfter));
    }
}
