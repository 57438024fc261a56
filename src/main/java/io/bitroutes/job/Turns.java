package io.bitroutes.job;

import io.bitroutes.gate.Gate;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.Exchange;
import org.apache.camel.Route;
import org.apache.camel.support.RoutePolicySupport;

/**
 * Watches the turns of routes that begin by themselves: what fails in one, in whatever route it was called, is noted under
 * the route that began, and over with the next turn in which nothing fails. Safe for threads.
 */
public final class Turns extends RoutePolicySupport {
    private static final String WELL = "bitanswerTurnWell";
    private static final int MOST_PAUSES = 6;

    private final FailureNotes notes;
    private final Gate gate;
    private final Map<String, Integer> failedInARow = new ConcurrentHashMap<>();

    /** Watches with these notes; waits at that gate. */
    public Turns(FailureNotes notes, Gate gate) {
        this.notes = notes;
        this.gate = gate;
    }

    @Override
    public void onExchangeBegin(Route route, Exchange exchange) {
        if (beganHere(route, exchange)) {
            exchange.setProperty(WELL, new AtomicBoolean(true));
        }
    }

    @Override
    public void onExchangeDone(Route route, Exchange exchange) {
        AtomicBoolean well = exchange.getProperty(WELL, AtomicBoolean.class);
        if (beganHere(route, exchange) && well != null && well.get()) {
            failedInARow.remove(route.getId());
            notes.worked(route.getId());
        }
    }

    /**
     * A turn has failed; waits, so that what is broken is not asked again at once, longer when it fails again and again.
     *
     * @param pause the wait after the first time
     */
    public void failed(Exchange exchange, Duration pause) {
        Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        String source = exchange.getFromRouteId();
        AtomicBoolean well = exchange.getProperty(WELL, AtomicBoolean.class);
        boolean first = well == null || well.getAndSet(false);
        int times = first ? failedInARow.merge(source, 1, Integer::sum) : failedInARow.getOrDefault(source, 1);
        notes.failed(source, failure);
        gate.rest(pause.multipliedBy(Math.min(times, MOST_PAUSES)));
    }

    private static boolean beganHere(Route route, Exchange exchange) {
        return route.getId().equals(exchange.getFromRouteId());
    }
}
