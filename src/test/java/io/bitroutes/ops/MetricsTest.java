package io.bitroutes.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.gate.Gate;
import io.bitroutes.gate.Troubles.Effect;
import io.bitroutes.job.NameKind;
import io.bitroutes.ledger.Job;
import io.bitroutes.ops.Survey.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final Pattern DOCUMENTED = Pattern.compile("\\| `(bitanswer_\\w+)` \\|");
    private static final Pattern SERVED = Pattern.compile("# TYPE (bitanswer_\\w+) ");

    private final Gate gate = new Gate();
    private final Metrics metrics = new Metrics(gate);

    @Test
    void theDocumentNamesEveryMetric() throws IOException {
        everyOne();

        assertThat(names(SERVED, metrics.scrape()))
                .isEqualTo(names(DOCUMENTED, Files.readString(Path.of("docs", "operations.md"))));
    }

    @Test
    void eachSaysWhatItCounts() {
        everyOne();

        assertThat(metrics.scrape().lines().filter(line -> line.startsWith("# HELP bitanswer_")))
                .isNotEmpty()
                .allMatch(line -> line.matches("# HELP \\S+ \\S.*"));
    }

    @Test
    void valuesAndLabels() {
        everyOne();
        gate.close("down");

        assertThat(metrics.scrape().lines())
                .contains(
                        "bitanswer_records_total{operation=\"customers.update\",outcome=\"confirmed\"} 7.0",
                        "bitanswer_records_total{operation=\"customers.update\",outcome=\"invalid\"} 2.0",
                        "bitanswer_requests_total{operation=\"customers.update\"} 3.0",
                        "bitanswer_retries_total{operation=\"customers.update\"} 1.0",
                        "bitanswer_files_total{end=\"done\",operation=\"customers.update\"} 1.0",
                        "bitanswer_files_waiting{operation=\"customers.update\"} 4.0",
                        "bitanswer_oldest_waiting_seconds{operation=\"customers.update\"} 90.0",
                        "bitanswer_trouble{source=\"home-disk\"} 1.0",
                        "bitanswer_gate_open 0.0",
                        "bitanswer_takes_in 0.0");
    }

    @Test
    void aTroubleThatIsOverIsGone() {
        everyOne();
        metrics.scrape();
        gate.troubles().clear("home-disk");

        assertThat(metrics.scrape()).doesNotContain("home-disk");
    }

    @ParameterizedTest
    @CsvSource({
        "a.csv, TAKEN",
        "A.JSONL.GZ, TAKEN",
        ".a.csv, HIDDEN",
        "Thumbs.db, HIDDEN",
        "~$k.xlsx, LOCK",
        "a.csv.part, TEMPORARY",
        "a.csv~, TEMPORARY",
        "a.receipt.json, REPORT",
        "客户.XLSX, WORKBOOK",
        "a.zip, PACKED",
        "a.pdf, OTHER",
        "a, OTHER"
    })
    void kindsOfNames(String name, NameKind kind) {
        assertThat(NameKind.of(name)).isEqualTo(kind);
    }

    private void everyOne() {
        Job job = new Job(
                "id",
                "customers.update",
                "customers",
                "a.csv",
                Job.State.PREPARED,
                new Job.Seen(1, NOW),
                NOW,
                NOW,
                Optional.of(NOW),
                new Job.Facts(9, 0, 1, "", ""),
                Optional.empty());
        metrics.records(job.operation(), "confirmed", 7);
        metrics.requests(job.operation(), 3, 1);
        metrics.done(job, 2);
        Waiting waiting = new Waiting(4, Optional.of(NOW.minus(Duration.ofSeconds(90))));
        metrics.show(new Survey(NOW, List.of(), Map.of(job.operation(), waiting), List.of(), List.of(), 0));
        gate.troubles().report("home-disk", "full", Effect.STOPS_INTAKE);
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
