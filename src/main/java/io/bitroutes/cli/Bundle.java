package io.bitroutes.cli;

import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import io.bitroutes.config.Settings;
import io.bitroutes.http.CamelTransport;
import io.bitroutes.ledger.LedgerDatabase;
import io.bitroutes.ledger.StateLock;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** The running whole: folders, ledger, routes. */
final class Bundle implements AutoCloseable {
    private final StateLock lock;
    private final LedgerDatabase database;
    private final RoutesContext routes;
    private final ExecutorService deliverers;
    private final Parts parts;
    private final CountDownLatch closed = new CountDownLatch(1);

    private Bundle(Settings settings, Operations operations, StateLock lock) throws IOException {
        Texts texts = Texts.in(settings.people().language());
        this.lock = lock;
        this.database = LedgerDatabase.inFolder(settings.home().state());
        this.routes = new RoutesContext(settings, texts);
        this.deliverers = Executors.newFixedThreadPool(settings.send().concurrency(), numbered("deliver-"));
        this.parts = new Parts(
                settings,
                operations,
                database,
                new CamelTransport(routes.camel().createProducerTemplate()));
    }

    /**
     * Makes the folders, takes up what an earlier run left, starts the routes.
     *
     * @throws IOException if a folder cannot be made, the state is in use, or the routes cannot be loaded
     */
    static Bundle start(Settings settings) throws IOException {
        Operations operations = Inboxes.catalogue(settings);
        List<Operation> inboxes = Inboxes.of(operations, settings);
        StateLock lock = StateLock.take(
                settings.home().state(), Texts.in(settings.people().language()));
        Bundle bundle = new Bundle(settings, operations, lock);
        bundle.start(inboxes);
        return bundle;
    }

    private void start(List<Operation> inboxes) throws IOException {
        parts.home.create(inboxes.stream().map(Operation::id).toList());
        routes.bind(parts, deliverers);
        routes.start();
        parts.recovery.recover();
        routes.startWork(inboxes, parts.operations.resources());
    }

    Parts parts() {
        return parts;
    }

    /** Waits until somebody has closed it. */
    void untilClosed() throws InterruptedException {
        closed.await();
    }

    /** Finishes what is answered, leaves the rest to be resumed. */
    @Override
    public void close() {
        parts.gate.stop();
        routes.stop();
        deliverers.shutdownNow();
        database.close();
        lock.close();
        closed.countDown();
    }

    private static ThreadFactory numbered(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return work -> new Thread(work, prefix + number.incrementAndGet());
    }
}
