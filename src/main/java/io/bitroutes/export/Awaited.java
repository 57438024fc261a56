package io.bitroutes.export;

import io.bitroutes.gate.StoppingException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** What another thread brings, or what has stopped it. */
final class Awaited {
    private Awaited() {}

    /**
     * Waits for it.
     *
     * @throws StoppingException if this thread is sent home meanwhile
     */
    static <T> T of(Future<T> result) throws ExportException {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppingException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ExportException refused) {
                throw refused;
            }
            if (e.getCause() instanceof RuntimeException other) {
                throw other;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
