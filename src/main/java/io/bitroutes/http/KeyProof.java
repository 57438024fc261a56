package io.bitroutes.http;

import io.bitroutes.api.Operation;
import io.bitroutes.gate.Gate;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Tells key trouble from bad records: a refusal counts only when something begun after it came in was answered with
 * status 0. The harmless read that shows it is shared by all workers. Safe for threads.
 */
final class KeyProof {
    private static final Duration BETWEEN_READS = Duration.ofSeconds(1);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final Transport transport;
    private final Rate rate;
    private final Gate gate;
    private final ApiRequest harmlessRead;
    private final AtomicReference<Moment> lastWorked = new AtomicReference<>(Moment.now());
    private Moment nextRead = lastWorked.get();
    private Optional<Trouble> lastTrouble = Optional.empty();

    /** A harmless read that was not answered with status 0. */
    private record Trouble(Moment begun, Answer answer) {}

    /** @param list the read that changes nothing */
    KeyProof(Transport transport, Rate rate, Gate gate, Operation list) {
        this.transport = transport;
        this.rate = rate;
        this.gate = gate;
        this.harmlessRead = ApiRequest.get(list.path() + "?offset=0&limit=1");
    }

    /** A request begun at that moment was answered with status 0. Does not wait for a read that is under way. */
    void worked(Moment begun) {
        lastWorked.accumulateAndGet(begun, Moment::later);
    }

    /**
     * Empty if something begun after that moment shows that the key works; else what the harmless read was answered. What
     * has failed since counts even if it works again: nobody can say on which side of that the refusal was.
     */
    synchronized Optional<Answer> troubleSince(Moment refusal) {
        while (true) {
            Optional<Trouble> known =
                    lastTrouble.filter(trouble -> trouble.begun().isAfter(refusal));
            if (known.isPresent()) {
                return known.map(Trouble::answer);
            }
            if (lastWorked.get().isAfter(refusal)) {
                return Optional.empty();
            }
            readOrWait();
        }
    }

    /** Whether the last trouble is known to be over. */
    synchronized boolean isOver() {
        return lastTrouble
                .filter(trouble -> !lastWorked.get().isAfter(trouble.begun()))
                .isEmpty();
    }

    /** A short wait while it is too early for the next read: a request that succeeds meanwhile makes it needless. */
    private void readOrWait() {
        if (nextRead.fromNow().isZero()) {
            read();
        } else {
            gate.pause(nextRead.fromNow().compareTo(SHORT) < 0 ? nextRead.fromNow() : SHORT);
        }
    }

    private void read() {
        rate.await();
        Moment begun = Moment.now();
        Answer answer = transport.exchange(harmlessRead);
        nextRead = begun.plus(BETWEEN_READS);
        if (answer instanceof Answer.NotSent notSent && !notSent.forWantOfAKey()) {
            return;
        }
        if (answer.done()) {
            worked(begun);
        } else {
            lastTrouble = Optional.of(new Trouble(begun, answer));
        }
    }
}
