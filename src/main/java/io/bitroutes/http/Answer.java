package io.bitroutes.http;

import io.bitroutes.api.Envelope;
import java.time.Duration;
import java.util.Optional;

/** What came back from one try: HTTP status and envelope are two independent signals. */
public sealed interface Answer {

    /** How long the server asks to wait before the next try. */
    Optional<Duration> retryAfter();

    /** It in a few words, for people. */
    String summary();

    /** Whether it is a success: 2xx and status 0. */
    default boolean done() {
        return false;
    }

    /** An envelope, on whatever HTTP status. */
    record Enveloped(int http, Envelope envelope, Optional<Duration> retryAfter) implements Answer {
        @Override
        public boolean done() {
            return envelope.done() && http / 100 == 2;
        }

        @Override
        public String summary() {
            return "HTTP " + http + ", status " + envelope.status() + " " + envelope.msg();
        }
    }

    /** An HTTP answer whose body is no envelope: an error page, cut-off JSON, nothing. */
    record Bare(int http, Optional<Duration> retryAfter) implements Answer {
        @Override
        public String summary() {
            return "HTTP " + http;
        }
    }

    /** No answer: refused, reset, timed out. */
    record Missing(String summary) implements Answer {
        @Override
        public Optional<Duration> retryAfter() {
            return Optional.empty();
        }
    }
}
