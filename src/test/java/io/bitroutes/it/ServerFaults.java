package io.bitroutes.it;

import io.bitroutes.sandbox.Fault;
import java.time.Duration;
import java.util.stream.Stream;

/** Each way in which the sandbox can answer a request wrongly, or not at all. */
final class ServerFaults {
    private ServerFaults() {}

    static Stream<Fault> all() {
        return Stream.of(
                Fault.http(500),
                Fault.http(503).withRetryAfter("1"),
                Fault.http(408),
                Fault.http(429).withRetryAfter("0"),
                Fault.http(403),
                Fault.html(200),
                Fault.html(502),
                Fault.html(504).afterApplying(),
                Fault.status(4242, "not now"),
                Fault.envelope(400, 4242, "not now"),
                Fault.resetBeforeApplying(),
                Fault.resetAfterApplying(),
                Fault.truncated(),
                Fault.delayBeforeApplying(Duration.ofMillis(300)),
                Fault.delayAfterApplying(Duration.ofMillis(300)));
    }
}
