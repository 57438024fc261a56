package io.bitroutes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.export.ExportSummary;
import io.bitroutes.text.Texts;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExportRowsTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void oneLineWhenNobodyWatches() {
        ExportRows rows = new ExportRows(Texts.in("en"), out, false);

        rows.accept(1000);
        rows.done(summary(1000, 2, 0), "/tmp/a.csv");

        assertThat(printed()).isEqualTo("1000 rows written to /tmp/a.csv (pages read: 2)" + System.lineSeparator());
    }

    @Test
    void theRowsSoFarOnATerminal() {
        ExportRows rows = new ExportRows(Texts.in("en"), out, true);

        rows.accept(1000);
        rows.accept(1001);
        rows.done(summary(1001, 4, 2), "/tmp/a.csv");

        assertThat(printed())
                .isEqualTo(
                        "\r1000 rows\r1001 rows\r1001 rows written to /tmp/a.csv (pages read: 4); records were added or"
                                + " removed meanwhile, noticed 2 times" + System.lineSeparator());
    }

    private static ExportSummary summary(long rows, long pages, long drifts) {
        return new ExportSummary(rows, pages, drifts, "", 0, Instant.EPOCH, Instant.EPOCH);
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
