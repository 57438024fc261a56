package io.bitroutes.batch;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Keeps two requests with the same key from being in flight at once. All keys of a batch are taken together, in the
 * order of arrival, so that the last row of a key wins and nobody waits in a circle. One for the process; safe for threads.
 */
public final class Fence {
    /** Who came last for a key, while it has not been given back. */
    private final Map<String, Ticket> last = new HashMap<>();

    /** The right to send these keys; given back once, when nothing of them is in flight any more. */
    public final class Ticket {
        private final Set<String> keys;
        /** Who stands before it, by key. */
        private final Map<String, Ticket> before = new HashMap<>();

        private boolean left;

        private Ticket(Set<String> keys) {
            this.keys = keys;
        }

        /** Gives it back; a second time does nothing. */
        public void giveBack() {
            leave(this);
        }

        private boolean isFirst() {
            forgetTheGone();
            return before.isEmpty();
        }

        /** Whoever left the line while it waited is gone once those before it are. */
        private void forgetTheGone() {
            before.values().removeIf(other -> other.left && other.isFirst());
        }
    }

    /**
     * Takes all keys, waiting until whoever took one of them before has given it back.
     *
     * @param keys nobody changes them
     * @throws InterruptedException if interrupted while waiting; then nothing is taken
     */
    public synchronized Ticket take(Set<String> keys) throws InterruptedException {
        Ticket ticket = new Ticket(keys);
        for (String key : keys) {
            Ticket other = last.put(key, ticket);
            if (other != null) {
                ticket.before.put(key, other);
            }
        }
        try {
            while (!ticket.isFirst()) {
                wait();
            }
        } catch (InterruptedException e) {
            leave(ticket);
            throw e;
        }
        return ticket;
    }

    private synchronized void leave(Ticket ticket) {
        ticket.left = true;
        ticket.forgetTheGone();
        for (String key : ticket.keys) {
            last.computeIfPresent(key, (same, latest) -> latest == ticket ? ticket.before.get(key) : latest);
        }
        notifyAll();
    }
}
