package io.bitroutes.faults;

import io.bitroutes.sandbox.Fault;
import io.bitroutes.sandbox.Faults;
import io.bitroutes.sandbox.ReceivedRequest;
import java.time.Duration;
import java.util.function.BiConsumer;

/** What goes wrong on the way to the server, one kind at a time. Only writes are hit: the harmless read tells the truth. */
// What a constant does to the faults is a lambda that holds nothing.
@SuppressWarnings("ImmutableEnumChecker")
enum Weather {
    SLOW((faults, nth) -> faults.every(nth, Fault.delayBeforeApplying(Duration.ofMillis(200)), Weather::writes)),
    SLOW_ANSWER((faults, nth) -> faults.every(nth, Fault.delayAfterApplying(Duration.ofMillis(200)), Weather::writes)),
    RESET((faults, nth) -> faults.every(nth, Fault.resetBeforeApplying(), Weather::writes)),
    LOST_ANSWER((faults, nth) -> faults.every(nth, Fault.resetAfterApplying(), Weather::writes)),
    TRUNCATED((faults, nth) -> faults.every(nth, Fault.truncated(), Weather::writes)),
    UNAVAILABLE((faults, nth) -> faults.every(nth, Fault.http(503), Weather::writes)),
    UNAVAILABLE_FOR_A_WHILE((faults, nth) -> faults.every(nth, Fault.http(503).withRetryAfter("1"), Weather::writes)),
    TOO_MANY((faults, nth) -> faults.every(nth, Fault.http(429).withRetryAfter("0"), Weather::writes)),
    TIMED_OUT_AT_A_GATEWAY((faults, nth) -> faults.every(nth, Fault.html(504).afterApplying(), Weather::writes)),
    ERROR((faults, nth) -> faults.every(nth, Fault.http(500), Weather::writes)),
    PAGE_OF_A_GATEWAY((faults, nth) -> faults.every(nth, Fault.html(200), Weather::writes)),
    BAD_GATEWAY((faults, nth) -> faults.every(nth, Fault.html(502).afterApplying(), Weather::writes));

    private static final int NTH = 3;

    private final BiConsumer<Faults, Integer> effect;

    Weather(BiConsumer<Faults, Integer> effect) {
        this.effect = effect;
    }

    /** Every third write meets it, until the faults are cleared. */
    void over(FaultRun run) {
        effect.accept(run.sandbox().faults(), NTH);
    }

    /** Every so manieth write meets it. */
    void over(FaultRun run, int nth) {
        effect.accept(run.sandbox().faults(), nth);
    }

    private static boolean writes(ReceivedRequest request) {
        return request.requestId().isPresent();
    }
}
