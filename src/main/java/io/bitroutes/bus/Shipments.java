package io.bitroutes.bus;

import io.bitroutes.batch.Batch;
import io.bitroutes.batch.Fence;
import io.bitroutes.batch.Shipment;
import io.bitroutes.gate.Gate;
import java.util.Iterator;

/**
 * Hands out the batches of messages in order, each with its place in the fence. Made for Camel's splitter, so it never
 * throws; after a failure it hands out nothing instead.
 */
final class Shipments implements Iterator<Shipment> {
    private final Delivery delivery;
    private final Iterator<Batch> batches;
    private final Fence fence;
    private final Gate gate;

    Shipments(Delivery delivery, Fence fence, Gate gate) {
        this.delivery = delivery;
        this.batches = delivery.takeBatches().iterator();
        this.fence = fence;
        this.gate = gate;
    }

    @Override
    public boolean hasNext() {
        return !isOver() && batches.hasNext();
    }

    @Override
    public Shipment next() {
        Batch batch = batches.next();
        try {
            return behindTheFence(batch, fence.take(batch.fenceKeys()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            delivery.abort();
            return Shipment.failed(new IllegalStateException("interrupted before the fence", e));
        }
    }

    /** Whoever held one of the keys may have been given up meanwhile. */
    private Shipment behindTheFence(Batch batch, Fence.Ticket ticket) {
        if (isOver()) {
            ticket.giveBack();
            return Shipment.nothing();
        }
        Shipment.Giver giver = new Shipment.Giver(delivery.preparedAt(batch), delivery::abort, delivery::done);
        return Shipment.of(batch, delivery.mayHaveGone(batch), ticket, giver);
    }

    private boolean isOver() {
        return delivery.isAborted() || gate.stopping();
    }
}
