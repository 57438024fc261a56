package io.bitroutes.bus;

import io.bitroutes.ledger.MessageLedger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Remembers which messages are confirmed from when that is known until the broker has taken the acknowledgement, and asks
 * only for those that are delivered again. Safe for threads.
 */
public final class Confirmed {
    /** A broker that was away for longer than that delivers what it must again, and it is sent again. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private static final Duration PRUNED_EVERY = Duration.ofHours(1);

    private final MessageLedger ledger;
    private final Clock clock;
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private Instant pruneAt = Instant.EPOCH;

    /** What is remembered in that ledger. */
    public Confirmed(MessageLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** How many records those messages held that were confirmed before, by id. */
    Map<String, Long> among(List<BusMessage> messages) {
        List<String> again = messages.stream()
                .filter(BusMessage::redelivered)
                .map(BusMessage::id)
                .flatMap(Optional::stream)
                .toList();
        return again.isEmpty() ? Map.of() : ledger.find(messages.get(0).queue(), again);
    }

    /** Forgets all of a queue. Those that are acknowledged do not come again: they cost no write of their own. */
    void forget(String queue) {
        if (!acknowledged.containsAll(ledger.turns(queue))) {
            ledger.forget(queue);
        }
    }

    /**
     * Remembers those of which every record is confirmed. Once they are acknowledged they are forgotten, with the next ones
     * that are remembered: a write of its own would cost as much as all of these.
     */
    void remember(Delivery delivery) {
        List<MessageLedger.Confirmed> messages = new ArrayList<>();
        for (TakenMessage taken : delivery.messages()) {
            if (taken.isConfirmed() && taken.message().id().isPresent()) {
                messages.add(new MessageLedger.Confirmed(taken.message().id().get(), taken.confirmed()));
            }
        }
        if (!messages.isEmpty()) {
            prune();
            String queue = delivery.messages().get(0).message().queue();
            ledger.confirmed(queue, delivery.id(), messages, clock.instant(), toBeForgotten());
            delivery.turn().afterCommit(() -> acknowledged.add(delivery.id()));
        }
    }

    /** What is not written then, because the ledger is away, is left to {@link #prune}. */
    private List<String> toBeForgotten() {
        List<String> turns = new ArrayList<>();
        for (String turn = acknowledged.poll(); turn != null; turn = acknowledged.poll()) {
            turns.add(turn);
        }
        return turns;
    }

    private synchronized void prune() {
        Instant now = clock.instant();
        if (now.isAfter(pruneAt)) {
            pruneAt = now.plus(PRUNED_EVERY);
            ledger.forgetBefore(now.minus(REMEMBERED));
        }
    }
}
