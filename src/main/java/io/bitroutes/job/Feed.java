package io.bitroutes.job;

import io.bitroutes.batch.Batch;
import io.bitroutes.batch.Fence;
import io.bitroutes.batch.PreparedReader;
import io.bitroutes.batch.Shipment;
import io.bitroutes.gate.Gate;
import io.bitroutes.ledger.Job;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Set;

/**
 * Hands out the batches of a job that have no outcome yet, in order, each with its place in the fence. Made for Camel's
 * splitter, which looks ahead by one, asks again after the end, and loses an item when an iterator throws: so it never
 * throws, and an aborted one hands out nothing instead.
 */
final class Feed implements Iterator<Shipment>, Closeable {
    private final PreparedReader prepared;
    private final Set<Integer> done;
    private final Course course;
    private final Fence fence;
    private final Gate gate;
    private final Shipment.Giver giver;
    private int left;
    private volatile boolean aborted;

    Feed(PreparedReader prepared, Job job, Set<Integer> done, Course course, Fence fence, Gate gate) {
        this.prepared = prepared;
        this.done = done;
        this.course = course;
        this.fence = fence;
        this.gate = gate;
        this.giver = new Shipment.Giver(job.startedAt().orElse(job.claimedAt()), () -> aborted = true, course::done);
        this.left = job.facts().batches() - done.size();
    }

    @Override
    public boolean hasNext() {
        return left > 0;
    }

    @Override
    public Shipment next() {
        left--;
        if (isOver()) {
            return nothing();
        }
        try {
            Batch batch = prepared.next(number -> !done.contains(number)).orElseThrow();
            return behindTheFence(batch, fence.take(batch.fenceKeys()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(new IllegalStateException("interrupted before the fence", e));
        } catch (IOException e) {
            return failed(new UncheckedIOException(e));
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    /** Whoever held one of the keys may have been given up meanwhile, or have been the one that stops the job. */
    private Shipment behindTheFence(Batch batch, Fence.Ticket ticket) {
        boolean handedOut = false;
        try {
            if (isOver()) {
                return nothing();
            }
            handedOut = course.goesOut(batch.number());
            return handedOut
                    ? Shipment.of(batch, course.mayHaveGone(batch.number()), ticket, giver)
                    : Shipment.leftAlone(batch, giver);
        } finally {
            if (!handedOut) {
                ticket.giveBack();
            }
        }
    }

    private boolean isOver() {
        return aborted || gate.stopping();
    }

    private Shipment nothing() {
        left = 0;
        return Shipment.nothing();
    }

    private Shipment failed(RuntimeException failure) {
        aborted = true;
        left = 0;
        return Shipment.failed(failure);
    }

    @Override
    public void close() throws IOException {
        left = 0;
        prepared.close();
    }
}
