package io.bitroutes.cli;

import io.bitroutes.job.Recovery;
import io.bitroutes.ledger.Leases;
import io.bitroutes.ledger.LedgerDatabase;
import io.bitroutes.ledger.LedgerException;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One of several instances on a shared ledger: keeps its leases, and takes up what dead ones have left. */
final class LeaseKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

    private final Leases leases;
    private final Duration lease;
    private final Texts texts;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "leases");
        thread.setDaemon(true);
        return thread;
    });

    LeaseKeeper(LedgerDatabase database, Duration lease, Texts texts) {
        this.leases = new Leases(database, UUID.randomUUID().toString(), lease);
        this.lease = lease;
        this.texts = texts;
    }

    Leases leases() {
        return leases;
    }

    void start(Recovery recovery) {
        every(leases.pace(), this::renew);
        every(lease, () -> takeUp(recovery));
    }

    private void every(Duration pause, Runnable task) {
        Future<?> unused =
                timer.scheduleWithFixedDelay(task, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void renew() {
        try {
            leases.renew();
        } catch (LedgerException e) {
            LOG.warn("{}", texts.of("log.lease-not-renewed", e.getMessage()));
        }
    }

    private void takeUp(Recovery recovery) {
        try {
            recovery.recoverBeside(lease);
        } catch (IOException | LedgerException e) {
            LOG.warn("{}", texts.of("log.left-not-taken-up", e.toString()));
        }
    }

    /** What is not given back runs out by itself. */
    @Override
    public void close() {
        timer.shutdownNow();
        try {
            leases.giveUp();
        } catch (LedgerException e) {
            LOG.warn("{}", texts.of("log.lease-not-renewed", e.getMessage()));
        }
    }
}
