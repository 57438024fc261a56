package io.bitroutes.cli;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A bar in which a block moves as long as the program works, and a text beside it: how many rows there will be nobody
 * knows, as what the server says of it cannot be relied on.
 */
final class ExportBar implements AutoCloseable {
    private static final Duration BETWEEN_STEPS = Duration.ofMillis(250);
    private static final int WIDTH = 30;
    private static final int BLOCK = 6;
    private static final int FREE = WIDTH - BLOCK;

    private final StatusLine line;
    private final ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(ExportBar::daemon);
    private ScheduledFuture<?> ticking;
    private int step;

    ExportBar(StatusLine line) {
        this.line = line;
    }

    /** Moves by itself until it is closed; what is printed on the standard error meanwhile stands above it. */
    void begin(Supplier<String> text) {
        System.setErr(line.above());
        ticking = ticks.scheduleAtFixedRate(() -> step(text.get()), 0, BETWEEN_STEPS.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** One step of the block, which turns round at the ends. */
    synchronized void step(String text) {
        if (!ticks.isShutdown()) {
            int place = FREE - Math.abs(FREE - step % (2 * FREE));
            step++;
            line.draw("[" + "-".repeat(place) + "#".repeat(BLOCK) + "-".repeat(FREE - place) + "]  " + text);
        }
    }

    @Override
    public synchronized void close() {
        if (!ticks.isShutdown()) {
            ticks.shutdown();
            line.clear();
        }
        if (ticking != null) {
            ticking.cancel(false);
            System.setErr(line.terminal());
        }
    }

    private static Thread daemon(Runnable stepping) {
        Thread thread = new Thread(stepping, "export-bar");
        thread.setDaemon(true);
        return thread;
    }
}
