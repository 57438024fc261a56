package io.bitroutes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.export.ExportSummary;
import io.bitroutes.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ExportRowsTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private final AtomicLong nanos = new AtomicLong(-5);

    @Test
    void whatTakesNoTimeIsOneLine() {
        ExportRows rows = new ExportRows(Texts.in("en"), out, Optional.empty(), nanos::get);

        rows.accept(1000);
        later(Duration.ofMillis(9999));
        rows.accept(2000);
        rows.done(summary(2000, 3, 0), "/tmp/a.csv");

        assertThat(lines()).containsExactly("2000 rows written to /tmp/a.csv (pages read: 3)");
    }

    @Test
    void whereNobodyLooksALineEveryTenSeconds() {
        ExportRows rows = new ExportRows(Texts.in("en"), out, Optional.empty(), nanos::get);

        later(Duration.ofSeconds(10));
        rows.accept(25_000);
        later(Duration.ofSeconds(9));
        rows.accept(26_000);
        later(Duration.ofMinutes(61));
        rows.accept(1_000_000);
        rows.done(summary(1_000_000, 1002, 2), "/tmp/a.csv");

        assertThat(lines())
                .containsExactly(
                        "25000 rows  2500 rows/s  0:00:10",
                        "1000000 rows  271 rows/s  1:01:19",
                        "1000000 rows written to /tmp/a.csv (pages read: 1002); records were added or removed meanwhile,"
                                + " noticed 2 times");
    }

    @Test
    void onATerminalABlockMovesToAndFroBesideTheRows() {
        ExportBar bar = new ExportBar(new StatusLine(out));
        ExportRows rows = new ExportRows(Texts.in("en"), out, Optional.of(bar), nanos::get);

        rows.accept(1000);
        later(Duration.ofSeconds(20));
        rows.accept(2000);
        for (int step = 0; step < 49; step++) {
            bar.step(rows.progress());
        }

        List<String> drawn = List.of(printed().split("\r\u001B\\[2K", -1));
        assertThat(drawn.get(1)).isEqualTo("[######------------------------]  2000 rows  100 rows/s  0:00:20");
        assertThat(drawn.get(2)).startsWith("[-######-----------------------]");
        assertThat(drawn.get(25)).startsWith("[------------------------######]");
        assertThat(drawn.get(26)).startsWith("[-----------------------######-]");
        assertThat(drawn.get(49)).startsWith("[######------------------------]");
    }

    @Test
    void whatOthersPrintStandsAboveTheBarAndItsEndClearsIt() {
        StatusLine line = new StatusLine(out);
        ExportBar bar = new ExportBar(line);
        ExportRows rows = new ExportRows(Texts.in("en"), out, Optional.of(bar), nanos::get);
        String drawn = "[######------------------------]  ...";

        bar.step("...");
        line.above().print("a warning\n");
        rows.done(summary(7, 1, 0), "/tmp/a.csv");
        bar.step("too late");
        line.above().print("afterwards\n");

        assertThat(printed())
                .isEqualTo("\r\u001B[2K" + drawn + "\r\u001B[2Ka warning\n" + drawn + "\r\u001B[2K"
                        + "7 rows written to /tmp/a.csv (pages read: 1)" + System.lineSeparator() + "afterwards\n");
    }

    private void later(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static ExportSummary summary(long rows, long pages, long drifts) {
        return new ExportSummary(rows, pages, drifts, "", 0, Instant.EPOCH, Instant.EPOCH);
    }

    private List<String> lines() {
        return printed().lines().toList();
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
