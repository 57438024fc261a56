package io.bitroutes.batch;

import java.util.Optional;

/**
 * What a worker is handed: a batch with its place in the fence, or nothing any more, or the reason why there is nothing.
 * Safe for threads.
 */
public final class Shipment {
    private final Optional<Batch> batch;
    private final boolean sentBefore;
    private final Optional<Fence.Ticket> ticket;
    private final Optional<RuntimeException> failure;
    private final Runnable abort;

    private Shipment(
            Optional<Batch> batch,
            boolean sentBefore,
            Optional<Fence.Ticket> ticket,
            Optional<RuntimeException> failure,
            Runnable abort) {
        this.batch = batch;
        this.sentBefore = sentBefore;
        this.ticket = ticket;
        this.failure = failure;
        this.abort = abort;
    }

    /**
     * A batch to be sent.
     *
     * @param sentBefore whether it may have gone out in an earlier run without an answer
     * @param abort what is called when no further batch of this file is to be handed out for now
     */
    public static Shipment of(Batch batch, boolean sentBefore, Fence.Ticket ticket, Runnable abort) {
        return new Shipment(Optional.of(batch), sentBefore, Optional.of(ticket), Optional.empty(), abort);
    }

    /** Nothing: the work was aborted. */
    public static Shipment nothing() {
        return new Shipment(Optional.empty(), false, Optional.empty(), Optional.empty(), () -> {});
    }

    /** Nothing, because of a failure. */
    public static Shipment failed(RuntimeException failure) {
        return new Shipment(Optional.empty(), false, Optional.empty(), Optional.of(failure), () -> {});
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

    /** Whether it may have gone out in an earlier run without an answer. */
    public boolean sentBefore() {
        return sentBefore;
    }

    /** No further batch of this file is to be handed out for now. */
    public void abort() {
        abort.run();
    }

    /** Gives its place in the fence back; a second time does nothing. */
    public void giveBack() {
        ticket.ifPresent(Fence.Ticket::giveBack);
    }
}
