package io.bitroutes.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The first answers of the last day by request id; they share their items with the tables. Not thread-safe. */
final class RequestIds {
    private static final Duration KEPT = Duration.ofDays(1);

    private final Map<String, Remembered> remembered = new LinkedHashMap<>();
    private final Clock clock;

    RequestIds(Clock clock) {
        this.clock = clock;
    }

    private record Remembered(Instant at, long fingerprint, Answer answer) {}

    Optional<Answer> firstAnswer(Call call) {
        forgetOld();
        Optional<Remembered> first = call.request().requestId().map(remembered::get);
        if (first.isPresent() && first.get().fingerprint() != call.request().fingerprint()) {
            throw new Refusal(
                    SandboxStatus.REQUEST_ID_REUSED,
                    "x-bit-req-id '" + call.request().requestId().get() + "' carried another request before");
        }
        return first.map(Remembered::answer);
    }

    void remember(Call call, Answer answer) {
        call.request()
                .requestId()
                .ifPresent(id -> remembered.put(
                        id, new Remembered(clock.instant(), call.request().fingerprint(), answer)));
    }

    private void forgetOld() {
        Instant oldest = clock.instant().minus(KEPT);
        Iterator<Remembered> oldestFirst = remembered.values().iterator();
        while (oldestFirst.hasNext() && oldestFirst.next().at().isBefore(oldest)) {
            oldestFirst.remove();
        }
    }
}
