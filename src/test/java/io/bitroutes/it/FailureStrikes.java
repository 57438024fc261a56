package io.bitroutes.it;

import io.bitroutes.it.FailureCase.Strike;
import io.bitroutes.sandbox.Fault;
import io.bitroutes.sandbox.Faults;
import io.bitroutes.sandbox.ReceivedRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What goes wrong in a case of the table, as faults of the sandbox. */
final class FailureStrikes {
    /** Longer than the program waits for an answer. */
    private static final Duration LATE = FailuresTestBase.LONGEST_ANSWER.plusSeconds(2);

    private final FailureCase failure;
    private final AtomicInteger seen = new AtomicInteger();

    FailureStrikes(FailureCase failure) {
        this.failure = failure;
    }

    void inject(Faults faults) {
        for (Strike strike : failure.given().strikes()) {
            Predicate<ReceivedRequest> hit = request -> isHit(strike, request);
            if (strike.times() == 0) {
                faults.every(1, fault(strike), hit);
            } else {
                faults.next(strike.times(), fault(strike), hit);
            }
        }
    }

    private boolean isHit(Strike strike, ReceivedRequest request) {
        if (failure.given().everything()) {
            return (failure.isOf(request) ? seen.incrementAndGet() : seen.get())
                    >= Math.max(1, failure.given().since());
        }
        return failure.isOf(request)
                && request.records() >= strike.from()
                && (strike.on() == 0 || FailureCase.carries(request, failure.name(strike.on())));
    }

    private Fault fault(Strike strike) {
        String[] words = strike.answer().split(" ");
        Fault fault = fault(words);
        return strike.retryAfter() == null ? fault : ((Fault.Reply) fault).withRetryAfter(strike.retryAfter());
    }

    private Fault fault(String... words) {
        return switch (words[0]) {
            case "http" -> Fault.http(number(words[1]));
            case "html" -> Fault.html(number(words[1]));
            case "status" -> Fault.status(number(words[1]), "no");
            case "enveloped" -> Fault.envelope(number(words[1]), number(words[2]), "");
            case "reset" -> words.length == 1 ? Fault.resetBeforeApplying() : Fault.resetAfterApplying();
            case "late" -> Fault.delayAfterApplying(LATE);
            case "lists" -> lists(Arrays.copyOfRange(words, 1, words.length));
            case "applied" -> ((Fault.Reply) fault(Arrays.copyOfRange(words, 1, words.length))).afterApplying();
            default -> throw new IllegalArgumentException("no answer " + words[0]);
        };
    }

    private Fault.Reply lists(String... records) {
        String items = Arrays.stream(records)
                .map(record -> "{\"name\":\"" + failure.name(number(record)) + "\"}")
                .collect(Collectors.joining(","));
        String body = "{\"status\":0,\"data\":{\"items\":[" + items + "]}}";
        return new Fault.Reply(200, Map.of("Content-Type", "application/json"), body, false);
    }

    private static int number(String word) {
        return Integer.parseInt(word);
    }
}
