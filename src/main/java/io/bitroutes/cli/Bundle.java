package io.bitroutes.cli;

import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import io.bitroutes.bus.Broker;
import io.bitroutes.config.Settings;
import io.bitroutes.export.Exporter;
import io.bitroutes.export.ScheduledExport;
import io.bitroutes.gate.Gate;
import io.bitroutes.http.CamelTransport;
import io.bitroutes.job.InboxNames;
import io.bitroutes.ledger.LedgerDatabase;
import io.bitroutes.ledger.NativeLibrary;
import io.bitroutes.ledger.Ownership;
import io.bitroutes.ledger.SharedFiles;
import io.bitroutes.ledger.StateLock;
import io.bitroutes.ops.Ops;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** The running whole: folders, ledger, routes. */
final class Bundle implements AutoCloseable {
    private final StateLock lock;
    private final LedgerDatabase database;
    private final RoutesContext routes;
    private final ExecutorService deliverers;
    private final Parts parts;
    private final Optional<LeaseKeeper> keeper;
    private Optional<Ops> ops = Optional.empty();
    private Optional<BusParts> bus = Optional.empty();
    private final CountDownLatch closed = new CountDownLatch(1);

    private Bundle(Settings settings, Operations operations, StateLock lock) throws IOException {
        Texts texts = Texts.in(settings.people().language());
        Gate gate = new Gate();
        this.lock = lock;
        NativeLibrary.unpackInto(settings.home().state().resolve("native"));
        this.database = LedgerDatabase.open(settings.ledger(), settings.home().state());
        this.keeper = settings.ledger().url().map(shared -> new LeaseKeeper(database, settings, gate, texts));
        this.routes = new RoutesContext(settings, texts);
        this.deliverers = Executors.newFixedThreadPool(settings.send().concurrency(), numbered("deliver-"));
        this.parts = new Parts(
                settings,
                operations,
                database,
                gate,
                keeper.<Ownership>map(LeaseKeeper::leases).orElse(Ownership.OF_ALL),
                new CamelTransport(routes.camel().createProducerTemplate()));
    }

    /**
     * Makes the folders, takes up what an earlier run left, starts the routes.
     *
     * @throws IOException if a folder cannot be made, the state is in use, or the routes cannot be loaded
     */
    static Bundle start(Settings settings) throws IOException {
        return start(settings, false);
    }

    /** The same, answering health and metrics. */
    static Bundle startServed(Settings settings) throws IOException {
        return start(settings, true);
    }

    private static Bundle start(Settings settings, boolean served) throws IOException {
        Operations operations = Inboxes.catalogue(settings);
        List<Operation> inboxes = Inboxes.of(operations, settings);
        List<ScheduledExport> scheduled = served ? ExportParts.scheduled(settings, operations) : List.of();
        StateLock lock = new StateFolder(settings).take();
        return new Bundle(settings, operations, lock).begun(bundle -> {
            Ops ops = OpsParts.of(bundle.parts, inboxes, bundle.routes);
            bundle.ops = Optional.of(ops);
            if (served) {
                OpsParts.listen(ops, settings.ops(), bundle.parts.texts);
            }
            bundle.prepare(inboxes, InboxNames::isTaken, scheduled);
            bundle.routes.startWork(operations.resources());
            bundle.routes.startInboxes(inboxes);
            bundle.routes.startTrials(inboxes);
            bundle.startBus(Inboxes.withQueue(operations, settings));
            bundle.routes.startExports(scheduled);
            ops.started();
        });
    }

    /**
     * The same for a single file, once it is dropped: nothing else is taken, and of the jobs that an earlier run left only
     * those of the same resource are worked.
     *
     * @param lock on the state folder; closed with the bundle
     */
    static Bundle startFor(Settings settings, StateLock lock, Operation operation, Path file) throws IOException {
        Operations operations = Inboxes.catalogue(settings);
        return new Bundle(settings, operations, lock).begun(bundle -> {
            bundle.prepare(
                    Inboxes.of(operations, settings),
                    name -> name.equals(file.getFileName().toString()),
                    List.of());
            bundle.routes.startWork(List.of(operation.resource()));
            bundle.routes.startInboxes(List.of(operation));
        });
    }

    @FunctionalInterface
    private interface Beginning {
        void of(Bundle bundle) throws IOException;
    }

    /** What does not begin as a whole is closed again, so that leases are given back at once. */
    private Bundle begun(Beginning beginning) throws IOException {
        try {
            beginning.of(this);
            return this;
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void startBus(List<Operation> queues) throws IOException {
        bus = BusParts.start(parts, routes.camel());
        bus.ifPresent(started -> AskParts.start(parts, started, routes));
        bus.ifPresent(started -> QueueParts.start(parts, database, started, routes, queues));
    }

    private void prepare(List<Operation> inboxes, Predicate<String> taken, List<ScheduledExport> scheduled)
            throws IOException {
        List<String> ids = inboxes.stream().map(Operation::id).toList();
        new HomeMount(parts.home, new SharedFiles(database), parts.texts).make(ids);
        parts.helpFiles.write(inboxes);
        if (keeper.isPresent()) {
            parts.trials.clearBeside(ids);
        } else {
            parts.trials.clear(ids);
        }
        parts.sweep.run();
        routes.bind(parts, deliverers, taken);
        routes.bindExports(ExportParts.begin(parts, database, routes, scheduled));
        routes.start();
        if (keeper.isPresent()) {
            parts.recovery.recoverBeside(parts.settings.home().lease());
            keeper.get().start(parts.recovery);
        } else {
            parts.recovery.recover();
        }
    }

    Parts parts() {
        return parts;
    }

    /** What writes exports, through its routes. */
    Exporter exporter() {
        return new Exporter(routes.camel().createProducerTemplate(), parts.client, parts.texts);
    }

    /**
     * The broker of its bus.
     *
     * @throws java.util.NoSuchElementException if it has none
     */
    Broker broker() {
        return bus.orElseThrow().broker;
    }

    /** The port on which health and metrics are answered, if they are. */
    OptionalInt opsPort() {
        return ops.map(Ops::port).orElse(OptionalInt.empty());
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
        bus.ifPresent(BusParts::close);
        deliverers.shutdownNow();
        ops.ifPresent(Ops::close);
        keeper.ifPresent(LeaseKeeper::close);
        database.close();
        lock.close();
        closed.countDown();
    }

    private static ThreadFactory numbered(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return work -> new Thread(work, prefix + number.incrementAndGet());
    }
}
