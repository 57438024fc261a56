package io.bitroutes.cli;

import io.bitroutes.api.Operations;
import io.bitroutes.config.Settings;
import io.bitroutes.export.ExportOrders;
import io.bitroutes.export.ExportSetup;
import io.bitroutes.export.ExportSummary;
import io.bitroutes.export.Exporter;
import io.bitroutes.export.RunWatch;
import io.bitroutes.export.ScheduleRules;
import io.bitroutes.export.ScheduledExport;
import io.bitroutes.export.ScheduledExports;
import io.bitroutes.export.SchedulesException;
import io.bitroutes.export.SchedulesFile;
import io.bitroutes.ledger.LedgerDatabase;
import io.bitroutes.ops.Metrics;
import io.bitroutes.text.Texts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The exports that are scheduled, and what runs them. */
final class ExportParts {
    private static final String FOLDER = "file:";
    private static final String IN_THE_JAR = "routes/" + SchedulesFile.NAME;

    private ExportParts() {}

    /**
     * The exports that are scheduled in the folder of the routes.
     *
     * @throws StartException if anything is wrong with them, with all of it
     */
    static List<ScheduledExport> scheduled(Settings settings, Operations operations) throws IOException {
        try {
            return read(settings, operations);
        } catch (SchedulesException e) {
            throw new StartException(e.getMessage(), e);
        }
    }

    /** @throws SchedulesException if anything is wrong with them, with all of it */
    static List<ScheduledExport> read(Settings settings, Operations operations) throws IOException, SchedulesException {
        Texts texts = settings.people().texts();
        String pattern = RouteFiles.pattern(settings.home().routes(), texts);
        Optional<Path> file = Optional.of(pattern)
                .filter(found -> found.startsWith(FOLDER))
                .map(found -> Path.of(found.substring(FOLDER.length())).resolveSibling(SchedulesFile.NAME));
        if (file.filter(Files::notExists).isPresent()) {
            return List.of();
        }
        ScheduleRules rules = new ScheduleRules(
                new ExportOrders(operations, texts, ""),
                settings.people().zone(),
                file.map(Path::getParent).orElse(Path.of("").toAbsolutePath()),
                ownShare(settings),
                texts);
        String yaml = file.isPresent() ? Files.readString(file.get()) : inTheJar();
        return new SchedulesFile(file.map(Path::toString).orElse(SchedulesFile.NAME), rules, texts).read(yaml);
    }

    private static String inTheJar() throws IOException {
        try (InputStream yaml = ExportParts.class.getClassLoader().getResourceAsStream(IN_THE_JAR)) {
            return yaml == null ? "" : new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The share of those that name none: the only one that is made here. */
    private static Path ownShare(Settings settings) {
        return settings.home().home().resolve("exports");
    }

    /** Where the files of scheduled exports are written before they go to their shares. */
    static Path folder(Settings settings) {
        return settings.home().state().resolve("exports");
    }

    /** Whether the share of an export is the one that is made at the start, and is not there yet. */
    static boolean willBeMade(Settings settings, ScheduledExport export) {
        return isOwn(settings, export) && Files.notExists(ownShare(settings));
    }

    private static boolean isOwn(Settings settings, ScheduledExport export) {
        return export.shareText()
                .equals(FOLDER + ownShare(settings).toAbsolutePath().normalize());
    }

    /** What runs them. */
    static ScheduledExports begin(
            Parts parts, LedgerDatabase database, RoutesContext routes, List<ScheduledExport> scheduled)
            throws IOException {
        Settings settings = parts.settings;
        if (scheduled.stream().anyMatch(export -> isOwn(settings, export))) {
            Files.createDirectories(ownShare(settings));
        }
        return new ExportSetup(
                        routes.camel(),
                        settings.export(),
                        database,
                        settings.ledger().url().isEmpty(),
                        new ExportOrders(parts.operations, parts.texts, ""),
                        new Exporter(routes.camel().createProducerTemplate(), parts.client, parts.texts),
                        folder(settings),
                        parts.limits.disks::haveRoom,
                        settings.people().zone(),
                        settings.home().lease(),
                        parts.gate,
                        counting(parts.metrics),
                        new ProgramVersion().getVersion()[0],
                        parts.texts)
                .begin(scheduled);
    }

    private static RunWatch counting(Metrics metrics) {
        MeterRegistry registry = metrics.registry();
        return new RunWatch() {
            @Override
            public void published(String export, ExportSummary summary) {
                runs(registry, export, "published").increment();
                Counter.builder("bitanswer.export.rows")
                        .description("Rows of published files")
                        .tags("export", export)
                        .register(registry)
                        .increment((double) summary.rows());
            }

            @Override
            public void failed(String export) {
                runs(registry, export, "failed").increment();
            }
        };
    }

    private static Counter runs(MeterRegistry registry, String export, String outcome) {
        return Counter.builder("bitanswer.export.runs")
                .description("Runs of a scheduled export that ended")
                .tags("export", export, "outcome", outcome)
                .register(registry);
    }
}
