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

    /**
     * No answer: refused, reset, timed out.
     *
     * @param mayHaveArrived whether BitAnswer may have got the request all the same
     */
    record Missing(String summary, boolean mayHaveArrived) implements Answer {
        /** One that may have arrived. */
        public Missing(String summary) {
            this(summary, true);
        }

        @Override
        public Optional<Duration> retryAfter() {
            return Optional.empty();
        }
    }

    /**
     * It never left: that was no try.
     *
     * @param forWantOfAKey whether the key cannot be read; else no connection became free in time
     */
    record NotSent(String summary, boolean forWantOfAKey) implements Answer {
        @Override
        public Optional<Duration> retryAfter() {
            return Optional.empty();
        }
    }
}
