package io.bitroutes.cli;

import io.bitroutes.config.Settings;
import io.bitroutes.gate.Gate;
import io.bitroutes.job.Recovery;
import io.bitroutes.ledger.Leases;
import io.bitroutes.ledger.LedgerDatabase;
import io.bitroutes.ledger.LedgerException;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One of several instances on a shared ledger: keeps its leases, and takes up what dead ones have left. One that has met
 * nothing but an outage for a while lets its leases go, so that another one can try; it takes none until that is over.
 */
final class LeaseKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LeaseKeeper.class);

    private final Leases leases;
    private final Duration lease;
    private final Duration patience;
    private final Gate gate;
    private final Texts texts;
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(2, task -> {
        Thread thread = new Thread(task, "leases");
        thread.setDaemon(true);
        return thread;
    });

    LeaseKeeper(LedgerDatabase database, Settings settings, Gate gate, Texts texts) {
        this(database, settings.home().lease(), patience(settings), gate, texts);
    }

    /** @param patience how long an outage lasts before the leases are let go */
    LeaseKeeper(LedgerDatabase database, Duration lease, Duration patience, Gate gate, Texts texts) {
        this.leases = new Leases(database, UUID.randomUUID().toString(), lease, () -> gate.closure()
                .isEmpty());
        this.lease = lease;
        this.patience = patience;
        this.gate = gate;
        this.texts = texts;
    }

    /** As long as a lease of somebody who is dead; and no request that left before the outage is under way any more. */
    private static Duration patience(Settings settings) {
        return settings.home()
                .lease()
                .plus(settings.api().connectTimeout())
                .plus(settings.api().responseTimeout());
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

    void renew() {
        try {
            if (isPatienceAtItsEnd()) {
                letGo();
            } else {
                leases.renew();
            }
        } catch (LedgerException e) {
            LOG.warn("{}", texts.of("log.lease-not-renewed", e.getMessage()));
        }
    }

    private boolean isPatienceAtItsEnd() {
        return gate.closure()
                .filter(closure -> closure.since().plus(patience).isBefore(Instant.now()))
                .isPresent();
    }

    private void letGo() {
        Set<String> held = leases.giveUpIf(this::isPatienceAtItsEnd);
        if (!held.isEmpty()) {
            LOG.warn("{}", texts.of("log.leases-let-go", String.join(", ", new TreeSet<>(held))));
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
