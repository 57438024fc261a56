package io.bitroutes.sandbox;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Something that goes wrong with one request. Immutable; to be given to {@link Faults}. */
public sealed interface Fault {

    /** That reply in place of the right one; {@code applied}: the request is worked all the same. */
    record Reply(int code, Map<String, String> headers, String body, boolean applied) implements Fault {
        public Reply {
            headers = Map.copyOf(headers);
        }

        /** The same reply with one more header. */
        public Reply withHeader(String name, String value) {
            Map<String, String> more = new TreeMap<>(headers);
            more.put(name, value);
            return new Reply(code, more, body, applied);
        }

        /** The same reply with {@code Retry-After}: seconds, or a date. */
        public Reply withRetryAfter(String value) {
            return withHeader("Retry-After", value);
        }

        /** The same reply, given after the request was worked. */
        public Reply afterApplying() {
            return new Reply(code, headers, body, true);
        }
    }

    /** The connection is closed without a byte of an answer; {@code applied}: after the request was worked. */
    record Reset(boolean applied) implements Fault {}

    /** The answer comes late; {@code applied}: the request is worked at once, not only after the wait. */
    record Delay(Duration time, boolean applied) implements Fault {}

    /** The request is worked, and its answer breaks off half way: {@code Content-Length} promises more. */
    record Truncated() implements Fault {}

    /** An HTTP code with an empty body. */
    static Reply http(int code) {
        return new Reply(code, Map.of(), "", false);
    }

    /** An HTTP code with an HTML page, as gateways write them. */
    static Reply html(int code) {
        String page = "<html><head><title>" + code + "</title></head><body><h1>" + code + "</h1></body></html>";
        return new Reply(code, Map.of("Content-Type", "text/html"), page, false);
    }

    /** An HTTP code with an envelope. */
    static Reply envelope(int code, long status, String msg) {
        String body = "{\"status\":" + status + ",\"msg\":" + Json.quote(msg) + "}";
        return new Reply(code, Map.of("Content-Type", Json.CONTENT_TYPE), body, false);
    }

    /** An envelope with HTTP 200. */
    static Reply status(long status, String msg) {
        return envelope(200, status, msg);
    }

    static Fault resetBeforeApplying() {
        return new Reset(false);
    }

    static Fault resetAfterApplying() {
        return new Reset(true);
    }

    static Fault delayBeforeApplying(Duration time) {
        return new Delay(time, false);
    }

    static Fault delayAfterApplying(Duration time) {
        return new Delay(time, true);
    }

    static Fault truncated() {
        return new Truncated();
    }
}
