package io.bitroutes.http;

import io.bitroutes.gate.Gate;
import io.bitroutes.gate.StoppingException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** At most so many requests under way at a time in the whole process, whoever sends them. Safe for threads. */
public final class Places {
    private static final long LOOK_AT_THE_GATE_MILLIS = 100;

    private final Semaphore free;
    private final Gate gate;

    /** @param most how many requests, at least 1 */
    public Places(int most, Gate gate) {
        this.free = new Semaphore(most, true);
        this.gate = gate;
    }

    /**
     * Waits for a place, first come, first served.
     *
     * @throws StoppingException if the program is stopping
     */
    void take() {
        try {
            while (!free.tryAcquire(LOOK_AT_THE_GATE_MILLIS, TimeUnit.MILLISECONDS)) {
                if (gate.stopping()) {
                    throw new StoppingException();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppingException();
        }
    }

    void giveBack() {
        free.release();
    }
}
