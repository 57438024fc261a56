package io.bitroutes.bus;

import io.bitroutes.gate.StoppingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The messages of one transaction, in their order: put in by the thread that receives them, taken out by the route while
 * further ones come. Safe for threads.
 */
public final class BusMessages {
    private final List<BusMessage> all = new ArrayList<>();
    private int given;
    private boolean complete;

    /**
     * Some of them.
     *
     * @param messages one after another
     * @param last whether there are no others behind them
     */
    record Part(List<BusMessage> messages, boolean last) {}

    synchronized void add(List<BusMessage> more) {
        all.addAll(more);
        notifyAll();
    }

    /** No further ones come. */
    synchronized void complete() {
        complete = true;
        notifyAll();
    }

    /**
     * All that have come since it was asked last; waits until there are some, or no further ones come.
     *
     * @throws StoppingException if interrupted while waiting
     */
    synchronized Part next() {
        try {
            while (given == all.size() && !complete) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppingException();
        }
        List<BusMessage> next = List.copyOf(all.subList(given, all.size()));
        given = all.size();
        return new Part(next, complete);
    }

    /** The id of the last one that has come, if it has one. */
    synchronized Optional<String> lastId() {
        return all.isEmpty() ? Optional.empty() : all.get(all.size() - 1).id();
    }

    /** All of them once more, from the first. */
    synchronized BusMessages again() {
        BusMessages again = new BusMessages();
        again.add(all);
        again.complete();
        return again;
    }
}
