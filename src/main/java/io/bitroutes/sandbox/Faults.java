package io.bitroutes.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** What goes wrong, and when. Safe for use by many threads while requests run. */
public final class Faults {
    private static final long NEVER = Long.MAX_VALUE;

    private final List<FaultRule> rules = new CopyOnWriteArrayList<>();
    private final Listener listener;
    private volatile long revokedFrom = NEVER;

    Faults(Listener listener) {
        this.listener = listener;
    }

    /** The next request fails. Faults queue up: what was injected first is used up first. */
    public void next(Fault fault) {
        next(1, fault);
    }

    /** The next requests fail. */
    public void next(int requests, Fault fault) {
        next(requests, fault, request -> true);
    }

    /** The next requests of that kind fail. */
    public void next(int requests, Fault fault, Predicate<ReceivedRequest> only) {
        rules.add(new FaultRule(fault, only, 1, requests));
    }

    /** Every so manieth request fails, until {@link #clear}. */
    public void every(int nth, Fault fault) {
        every(nth, fault, request -> true);
    }

    /** Of the requests of that kind every so manieth fails, until {@link #clear}. */
    public void every(int nth, Fault fault, Predicate<ReceivedRequest> only) {
        rules.add(new FaultRule(fault, only, nth, Long.MAX_VALUE));
    }

    /** Nothing injected fails any more; server and key stay as they are. */
    public void clear() {
        rules.clear();
    }

    /** Closes the listening socket and all connections: everything is refused. */
    public void serverDown() {
        listener.close();
    }

    /** Listens again on the same port. */
    public void serverUp() {
        listener.open();
    }

    /** Refuses the key from now on. */
    public void revokeKey() {
        revokeKeyFrom(0);
    }

    /** Refuses the key from the request of that {@link ReceivedRequest#number} on. */
    public void revokeKeyFrom(long number) {
        revokedFrom = number;
    }

    /** Accepts the key again. */
    public void restoreKey() {
        revokedFrom = NEVER;
    }

    boolean revokesKeyOf(ReceivedRequest request) {
        return request.number() >= revokedFrom;
    }

    Optional<Fault> on(ReceivedRequest request) {
        for (FaultRule rule : rules) {
            if (rule.strikes(request)) {
                return Optional.of(rule.fault());
            }
        }
        return Optional.empty();
    }
}
