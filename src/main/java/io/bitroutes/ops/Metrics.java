package io.bitroutes.ops;

import io.bitroutes.gate.Gate;
import io.bitroutes.gate.Troubles.Trouble;
import io.bitroutes.job.JobWatch;
import io.bitroutes.ledger.Job;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What is counted, for Prometheus. Counters begin at the start of the process. Safe for threads. */
public final class Metrics implements JobWatch {
    private static final String OPERATION = "operation";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Gate gate;
    private final MultiGauge troubles;
    private final MultiGauge waiting;
    private final MultiGauge oldest;

    /** Counts beside that gate. */
    public Metrics(Gate gate) {
        this.gate = gate;
        troubles = multiGauge("bitanswer.trouble", null, "1 for what is wrong at present, by what it is wrong with");
        waiting = multiGauge("bitanswer.files.waiting", null, "Files dropped or claimed, and not done");
        oldest = multiGauge("bitanswer.oldest.waiting", "seconds", "The age of the oldest of these");
        gauge(
                "bitanswer.gate.open",
                "1 = BitAnswer answers as it should",
                gate,
                now -> now.closure().isEmpty() ? 1 : 0);
        gauge("bitanswer.takes.in", "1 = new files and messages are taken", gate, now -> now.takesIn() ? 1 : 0);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    /** Where others add what they count; names begin with {@code bitanswer.}. */
    public MeterRegistry registry() {
        return registry;
    }

    /**
     * Records whose fate is known.
     *
     * @param outcome {@code confirmed}, or the {@code _code} in small letters
     */
    public void records(String operation, String outcome, long count) {
        counter("bitanswer.records", "Records whose fate is known", OPERATION, operation, "outcome", outcome)
                .increment((double) count);
    }

    /** Requests it took to find that out, and further tries of these. */
    public void requests(String operation, long requests, long retries) {
        counter("bitanswer.requests", "Requests it took", OPERATION, operation).increment((double) requests);
        counter("bitanswer.retries", "Further tries of these", OPERATION, operation)
                .increment((double) retries);
    }

    @Override
    public void done(Job job, long invalid) {
        records(job.operation(), "invalid", invalid);
        file(job, "done");
    }

    @Override
    public void refused(Job job) {
        file(job, "refused");
    }

    /** What was seen last. */
    void show(Survey survey) {
        waiting.register(
                survey.byOperation().entrySet().stream()
                        .map(entry -> row(entry, entry.getValue().files()))
                        .toList(),
                true);
        oldest.register(
                survey.byOperation().entrySet().stream()
                        .map(entry -> row(entry, age(entry.getValue(), survey.at())))
                        .toList(),
                true);
    }

    String scrape() {
        troubles.register(
                gate.troubles().all().stream()
                        .map(Trouble::source)
                        .map(source -> Row.of(Tags.of("source", source), 1))
                        .toList(),
                true);
        return registry.scrape();
    }

    private static Row<?> row(Map.Entry<String, Survey.Waiting> entry, Number value) {
        return Row.of(Tags.of(OPERATION, entry.getKey()), value);
    }

    private static long age(Survey.Waiting waiting, Instant now) {
        return waiting.oldest()
                .map(since -> Math.max(0, Duration.between(since, now).toSeconds()))
                .orElse(0L);
    }

    private void file(Job job, String end) {
        counter("bitanswer.files", "Files done, or refused whole", OPERATION, job.operation(), "end", end)
                .increment();
    }

    private Counter counter(String name, String description, String... tags) {
        return Counter.builder(name).description(description).tags(tags).register(registry);
    }

    private MultiGauge multiGauge(String name, String unit, String description) {
        return MultiGauge.builder(name).description(description).baseUnit(unit).register(registry);
    }

    private void gauge(String name, String description, Gate of, ToDoubleFunction<Gate> value) {
        Gauge.builder(name, of, value).description(description).register(registry);
    }
}
