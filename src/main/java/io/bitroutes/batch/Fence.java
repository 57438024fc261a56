package io.bitroutes.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Keeps two requests with the same key from being in flight at once. All keys of a batch are taken together, in the
 * order of arrival, so that the last row of a key wins and nobody waits in a circle. One for the process; safe for threads.
 */
public final class Fence {
    private final Map<String, Deque<Ticket>> queues = new HashMap<>();

    /** The right to send these keys; given back once, when nothing of them is in flight any more. */
    public final class Ticket {
        private final Set<String> keys;

        private Ticket(Set<String> keys) {
            this.keys = keys;
        }

        /** Gives it back; a second time does nothing. */
        public void giveBack() {
            leave(this);
        }
    }

    /**
     * Takes all keys, waiting until whoever took one of them before has given it back.
     *
     * @throws InterruptedException if interrupted while waiting; then nothing is taken
     */
    public synchronized Ticket take(Set<String> keys) throws InterruptedException {
        Ticket ticket = new Ticket(Set.copyOf(keys));
        ticket.keys.forEach(
                key -> queues.computeIfAbsent(key, first -> new ArrayDeque<>()).add(ticket));
        try {
            while (!isFirstEverywhere(ticket)) {
                wait();
            }
        } catch (InterruptedException e) {
            leave(ticket);
            throw e;
        }
        return ticket;
    }

    private boolean isFirstEverywhere(Ticket ticket) {
        return ticket.keys.stream().allMatch(key -> queues.get(key).peek() == ticket);
    }

    private synchronized void leave(Ticket ticket) {
        ticket.keys.forEach(key -> queues.computeIfPresent(key, (same, queue) -> {
            queue.remove(ticket);
            return queue.isEmpty() ? null : queue;
        }));
        notifyAll();
    }
}
