package io.bitroutes.sandbox;

import java.util.function.Predicate;

/** One injected fault, and how often it still strikes. Safe for use by many threads. */
final class FaultRule {
    private final Fault fault;
    private final Predicate<ReceivedRequest> only;
    private final int nth;
    private long seen;
    private long remaining;

    FaultRule(Fault fault, Predicate<ReceivedRequest> only, int nth, long strikes) {
        this.fault = fault;
        this.only = only;
        this.nth = nth;
        this.remaining = strikes;
    }

    Fault fault() {
        return fault;
    }

    synchronized boolean strikes(ReceivedRequest request) {
        if (remaining == 0 || !only.test(request) || ++seen % nth != 0) {
            return false;
        }
        remaining--;
        return true;
    }
}
