package io.bitroutes.batch;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a worker is handed: a batch with its place in the fence, or nothing any more, or the reason why there is nothing.
 * Safe for threads.
 */
public final class Shipment {
    private static final Giver NOBODY = new Giver(Instant.MAX, () -> {}, outcome -> {});

    private final Optional<Batch> batch;
    private final boolean toBeSent;
    private final boolean sentBefore;
    private final Optional<Fence.Ticket> ticket;
    private final Optional<RuntimeException> failure;
    private final Giver giver;

    /**
     * Whoever hands batches out.
     *
     * @param preparedAt no request of its batches went out before
     * @param abort called when no further batch is to be handed out for now
     * @param done told the outcome of a batch once that is in the ledger
     */
    public record Giver(Instant preparedAt, Runnable abort, Consumer<Outcome> done) {}

    private Shipment(
            Optional<Batch> batch,
            boolean toBeSent,
            boolean sentBefore,
            Optional<Fence.Ticket> ticket,
            Optional<RuntimeException> failure,
            Giver giver) {
        this.batch = batch;
        this.toBeSent = toBeSent;
        this.sentBefore = sentBefore;
        this.ticket = ticket;
        this.failure = failure;
        this.giver = giver;
    }

    /**
     * A batch to be sent that was prepared just now.
     *
     * @param sentBefore whether it may have gone out in an earlier run without an answer
     * @param abort what is called when no further batch of this file is to be handed out for now
     */
    public static Shipment of(Batch batch, boolean sentBefore, Fence.Ticket ticket, Runnable abort) {
        return of(batch, sentBefore, ticket, new Giver(Instant.now(), abort, outcome -> {}));
    }

    /**
     * A batch to be sent.
     *
     * @param sentBefore whether it may have gone out in an earlier run without an answer
     */
    public static Shipment of(Batch batch, boolean sentBefore, Fence.Ticket ticket, Giver giver) {
        return new Shipment(Optional.of(batch), true, sentBefore, Optional.of(ticket), Optional.empty(), giver);
    }

    /** A batch that is not to be sent any more: its job has stopped. */
    public static Shipment leftAlone(Batch batch, Giver giver) {
        return new Shipment(Optional.of(batch), false, false, Optional.empty(), Optional.empty(), giver);
    }

    /** Nothing: the work was aborted. */
    public static Shipment nothing() {
        return new Shipment(Optional.empty(), false, false, Optional.empty(), Optional.empty(), NOBODY);
    }

    /** Nothing, because of a failure. */
    public static Shipment failed(RuntimeException failure) {
        return new Shipment(Optional.empty(), false, false, Optional.empty(), Optional.of(failure), NOBODY);
    }

    /**
     * The batch, if there is one.
     *
     * @throws RuntimeException the failure because of which there is none
     */
    public Optional<Batch> batch() {
        failure.ifPresent(reason -> {
            throw reason;
        });
        return batch;
    }

    /** Whether the batch is to be sent; else all of its records are left alone. */
    public boolean toBeSent() {
        return toBeSent;
    }

    /** Whether it may have gone out in an earlier run without an answer. */
    public boolean sentBefore() {
        return sentBefore;
    }

    /** No further batch of this file is to be handed out for now. */
    public void abort() {
        giver.abort().run();
    }

    /** Its outcome is in the ledger. */
    public void done(Outcome outcome) {
        giver.done().accept(outcome);
    }

    /** No request of it went out before that moment. */
    public Instant preparedAt() {
        return giver.preparedAt();
    }

    /** Gives its place in the fence back; a second time does nothing. */
    public void giveBack() {
        ticket.ifPresent(Fence.Ticket::giveBack);
    }
}
