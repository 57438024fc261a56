package io.bitroutes.bus;

import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Receives the messages of one transaction, and hands them over a body's worth at a time. For one thread. */
final class Gathering {
    private static final int MOST_LINGERS = 10;

    private final Line line;
    private final ReceiveLimits limits;
    private final BusMessages target;
    private final Optional<String> end;
    private final BooleanSupplier wanted;
    private final long begun = System.nanoTime();
    private final List<BusMessage> part = new ArrayList<>();
    private long inPart;
    private long records;
    private long bytes;
    private boolean again;
    private boolean ended;

    /**
     * @param end the id of the message with which the transaction before ended, if that was not committed
     * @param wanted whether there is any use in a further message
     */
    Gathering(Line line, ReceiveLimits limits, BusMessages target, Optional<String> end, BooleanSupplier wanted) {
        this.line = line;
        this.limits = limits;
        this.target = target;
        this.end = end;
        this.again = end.isPresent();
        this.wanted = wanted;
    }

    /** Until the transaction has enough, or no further one comes in time. What was received is handed over in any case. */
    void run(BusMessage first) throws JMSException {
        try {
            take(first);
            for (Optional<BusMessage> next = next(); next.isPresent(); next = next()) {
                take(next.get());
            }
        } finally {
            handOver();
            target.complete();
        }
    }

    private void take(BusMessage message) {
        int counted = limits.counter().applyAsInt(message);
        part.add(message);
        again = end.isPresent() || message.redelivered();
        ended = end.isPresent() && end.equals(message.id());
        inPart += counted;
        records += counted;
        bytes += message.body().size();
        if (inPart >= limits.records()) {
            handOver();
        }
    }

    private void handOver() {
        target.add(part);
        part.clear();
        inPart = 0;
    }

    private Optional<BusMessage> next() throws JMSException {
        Optional<BusMessage> next = Optional.empty();
        boolean mayCome = true;
        while (next.isEmpty() && mayCome && !isFull() && wanted.getAsBoolean()) {
            Duration left = patience().minusNanos(System.nanoTime() - begun);
            mayCome = left.toMillis() > 0;
            next = mayCome ? line.receive(left) : atHand();
        }
        return next;
    }

    /** What comes again should come together, as the first time: the same bodies under the same ids are not applied twice. */
    private Duration patience() {
        return again ? limits.linger().multipliedBy(MOST_LINGERS) : limits.linger();
    }

    private boolean isFull() {
        return ended || records >= limits.mostRecords() || bytes >= ReceiveLimits.MOST_BYTES;
    }

    /** Some clients fetch one message at a time: what is there already is waited for a little longer. */
    private Optional<BusMessage> atHand() throws JMSException {
        long most = limits.linger().multipliedBy(MOST_LINGERS).toNanos();
        return System.nanoTime() - begun < most ? line.receiveNoWait() : Optional.empty();
    }
}
