package io.bitroutes.cli;

import io.bitroutes.export.ExportSummary;
import io.bitroutes.text.Texts;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** How many rows are exported, how fast and for how long: a bar on a terminal, else a line now and then; at last the sum. */
final class ExportRows implements LongConsumer, AutoCloseable {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

    private final Texts texts;
    private final PrintStream out;
    private final LongSupplier nanos;
    private final Optional<ExportBar> bar;
    private final long begun;
    private volatile long rows;
    private long lastLine;

    /**
     * Begins to count.
     *
     * @param bar where somebody looks
     * @param nanos the time, as {@link System#nanoTime}
     */
    ExportRows(Texts texts, PrintStream out, Optional<ExportBar> bar, LongSupplier nanos) {
        this.texts = texts;
        this.out = out;
        this.nanos = nanos;
        this.bar = bar;
        this.begun = nanos.getAsLong();
        this.lastLine = begun;
    }

    /** On the standard error, for whoever is there. */
    static ExportRows begin(Texts texts) {
        PrintStream out = System.err;
        Optional<ExportBar> bar = Optional.of(new StatusLine(out))
                .filter(line -> Terminal.isThere())
                .map(ExportBar::new);
        ExportRows rows = new ExportRows(texts, out, bar, System::nanoTime);
        bar.ifPresent(there -> there.begin(rows::progress));
        return rows;
    }

    @Override
    public void accept(long exported) {
        rows = exported;
        long now = nanos.getAsLong();
        if (bar.isEmpty() && now - lastLine >= BETWEEN_LINES.toNanos()) {
            lastLine = now;
            out.println(progress());
        }
    }

    /** The rows so far, how many a second that is, and the time since it began. */
    String progress() {
        Duration time = Duration.ofNanos(nanos.getAsLong() - begun);
        long perSecond = rows * 1000 / Math.max(1, time.toMillis());
        String clock = String.format("%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
        return texts.of("export.progress", rows, perSecond, clock);
    }

    void done(ExportSummary summary, String target) {
        close();
        out.println(
                summary.drifts() == 0
                        ? texts.of("export.done", summary.rows(), summary.pages(), target)
                        : texts.of("export.done.drift", summary.rows(), summary.pages(), target, summary.drifts()));
    }

    @Override
    public void close() {
        bar.ifPresent(ExportBar::close);
    }
}
