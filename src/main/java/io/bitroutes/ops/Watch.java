package io.bitroutes.ops;

import io.bitroutes.gate.Gate;
import io.bitroutes.job.Disks;
import io.bitroutes.ledger.LedgerException;
import io.bitroutes.ops.Health.Wrong;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks around every few seconds on a thread of its own, and writes STATUS.txt: every minute, and when something changes. */
public final class Watch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final Duration BETWEEN_WRITES = Duration.ofMinutes(1);
    private static final Duration BETWEEN_WRITES_IN_WORK = Duration.ofSeconds(10);
    private static final Duration LONGEST_LAST_LOOK = Duration.ofSeconds(2);

    private final Gate gate;
    private final Disks disks;
    private final Surveyor surveyor;
    private final Health health;
    private final Metrics metrics;
    private final StatusFile file;
    private final Clock clock;
    private final Thread thread = new Thread(this::run, "watch");
    private volatile Survey last;
    private Picture written = new Picture(List.of(), List.of(), List.of(), Instant.MIN);

    /** What makes STATUS.txt worth writing before its time. */
    private record Picture(List<Wrong> wrong, List<String> inWork, List<Object> lying, Instant at) {
        boolean isOf(Picture now) {
            return wrong.equals(now.wrong) && inWork.equals(now.inWork) && lying.equals(now.lying);
        }
    }

    Watch(
            Gate gate,
            Disks disks,
            Surveyor surveyor,
            Health health,
            Metrics metrics,
            StatusFile file,
            Clock clock,
            Survey first) {
        this.gate = gate;
        this.disks = disks;
        this.surveyor = surveyor;
        this.health = health;
        this.metrics = metrics;
        this.file = file;
        this.clock = clock;
        this.last = first;
    }

    /** Begins. */
    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    Survey last() {
        return last;
    }

    private void run() {
        while (!gate.stopping()) {
            long begun = System.nanoTime();
            look();
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            // A slow share is not kept busy by being looked at.
            gate.rest(took.compareTo(BETWEEN_LOOKS) > 0 ? took.multipliedBy(2) : BETWEEN_LOOKS);
        }
        writeStopped();
    }

    private void look() {
        disks.look();
        try {
            last = surveyor.look();
            metrics.show(last);
        } catch (IOException | LedgerException e) {
            // Whoever works with them says so; the last survey grows old, which health tells.
            LOG.debug("no survey", e);
        }
        write();
    }

    private void write() {
        Survey survey = last;
        Picture now = new Picture(
                health.wrong(),
                survey.inWork().stream()
                        .map(work -> work.job().id() + work.job().state())
                        .toList(),
                List.of(survey.waitingFiles(), survey.overlooked(), survey.waiting()),
                clock.instant());
        Duration longest = survey.inWork().isEmpty() ? BETWEEN_WRITES : BETWEEN_WRITES_IN_WORK;
        if (!written.isOf(now) || !written.at().plus(longest).isAfter(now.at())) {
            try {
                file.write(now.wrong(), survey, now.at());
                written = now;
            } catch (IOException e) {
                LOG.debug("STATUS.txt is not written", e);
            }
        }
    }

    private void writeStopped() {
        try {
            file.writeStopped(last, clock.instant());
        } catch (IOException e) {
            LOG.debug("STATUS.txt is not written", e);
        }
    }

    /** Waits for the last words, but not for a share that does not answer. The gate is to be stopped before. */
    @Override
    public void close() {
        try {
            thread.join(LONGEST_LAST_LOOK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
