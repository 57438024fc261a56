package io.bitroutes.http;

import io.bitroutes.api.Operations;
import io.bitroutes.gate.Gate;
import io.bitroutes.text.Texts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/** Clients with three quick tries, and 5 to retry, 7 to stop, 8 for a repeat. */
final class Clients {
    static final int ATTEMPTS = 3;
    static final ApiRequest REQUEST =
            new ApiRequest("POST", "/customers", new ApiRequest.Body("[{}]".getBytes(StandardCharsets.UTF_8)), "id-1");

    private Clients() {}

    static ApiClient of(Transport transport, Gate gate) {
        return of(transport, gate, new Places(64, gate));
    }

    static ApiClient of(Transport transport, Gate gate, Places places) {
        return new ApiClient(
                transport,
                gate,
                places,
                new Rate(0, gate),
                new Backoff(ATTEMPTS, Duration.ofMillis(2), Duration.ofMillis(8)),
                new Statuses(Set.of(5L), Set.of(7L), Set.of(8L)),
                Operations.load().get("customers.list"),
                Texts.in("en"));
    }
}
