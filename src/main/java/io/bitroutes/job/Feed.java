package io.bitroutes.job;

import io.bitroutes.batch.Batch;
import io.bitroutes.batch.Fence;
import io.bitroutes.batch.PreparedReader;
import io.bitroutes.batch.Shipment;
import io.bitroutes.gate.Gate;
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
    private final boolean sentBefore;
    private final Fence fence;
    private final Gate gate;
    private int left;
    private volatile boolean aborted;

    Feed(PreparedReader prepared, int batches, Set<Integer> done, boolean sentBefore, Fence fence, Gate gate) {
        this.prepared = prepared;
        this.done = done;
        this.sentBefore = sentBefore;
        this.fence = fence;
        this.gate = gate;
        this.left = batches - done.size();
    }

    @Override
    public boolean hasNext() {
        return left > 0;
    }

    @Override
    public Shipment next() {
        left--;
        if (aborted || gate.stopping()) {
            left = 0;
            return Shipment.nothing();
        }
        try {
            Batch batch = prepared.next(number -> !done.contains(number)).orElseThrow();
            return Shipment.of(batch, sentBefore, fence.take(batch.fenceKeys()), () -> aborted = true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(new IllegalStateException("interrupted before the fence", e));
        } catch (IOException e) {
            return failed(new UncheckedIOException(e));
        } catch (RuntimeException e) {
            return failed(e);
        }
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
