package io.bitroutes.bus;

import java.util.ArrayList;
import java.util.List;

/**
 * What a route says about the messages it was given: an exchange property of that name. Messages are acknowledged only
 * when it says that they are settled. For the threads of one exchange.
 */
public final class BusTurn {
    /** The name of the exchange property. */
    public static final String PROPERTY = "busTurn";

    private final boolean again;
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private boolean settled;

    BusTurn(boolean again) {
        this.again = again;
    }

    /** Whether these messages were given to the route before, in this process, and not settled. */
    public boolean again() {
        return again;
    }

    /** To be sent to the queue of dead letters in the transaction that acknowledges the messages. */
    public synchronized void deadLetter(DeadLetter letter) {
        deadLetters.add(letter);
    }

    /** To be done once the messages are acknowledged; what fails in it cannot undo that. */
    public synchronized void afterCommit(Runnable work) {
        afterCommit.add(work);
    }

    /** Everything is known about every record: the messages may be acknowledged. */
    public synchronized void settled() {
        settled = true;
    }

    synchronized boolean isSettled() {
        return settled;
    }

    synchronized List<DeadLetter> deadLetters() {
        return List.copyOf(deadLetters);
    }

    synchronized List<Runnable> toDoAfterCommit() {
        return List.copyOf(afterCommit);
    }
}
