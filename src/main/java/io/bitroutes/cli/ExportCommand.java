package io.bitroutes.cli;

import io.bitroutes.api.Operations;
import io.bitroutes.config.ConfigSources;
import io.bitroutes.config.Settings;
import io.bitroutes.export.ExportException;
import io.bitroutes.export.ExportFormat;
import io.bitroutes.export.ExportOrder;
import io.bitroutes.export.ExportOrders;
import io.bitroutes.export.ExportSummary;
import io.bitroutes.export.ExportTarget;
import io.bitroutes.export.FileTarget;
import io.bitroutes.export.StreamTarget;
import io.bitroutes.text.Texts;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One export, now. */
@Command(name = "export", description = "Writes what BitAnswer holds to a file: a list or a query, once.")
final class ExportCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ExportCommand.class);
    private static final String STANDARD_OUTPUT = "-";

    @Parameters(paramLabel = "<operation>", description = "customers, products or datas, with .list or .query")
    private String operation;

    @Option(
            names = "--sn",
            paramLabel = "<licence>",
            description = "A licence, for datas.list and datas.query; may be given several times")
    private List<String> licences = List.of();

    @Option(
            names = "--query",
            paramLabel = "<file>",
            description = "A JSON file: {\"querys\": [...], \"sorts\": [...]}")
    private Path query;

    @Option(
            names = "--format",
            paramLabel = "<format>",
            description = "${COMPLETION-CANDIDATES} (default: as the name of the file ends, else CSV)")
    private ExportFormat format;

    @Option(names = "--to", required = true, paramLabel = "<file>", description = "The file, or - for standard output")
    private String to;

    @Override
    public Integer call() throws Exception {
        ConfigSources sources = ConfigSources.ofThisProcess();
        sources.warnings().forEach(LOG::warn);
        Settings settings = Settings.from(sources);
        Texts texts = settings.people().texts();
        try {
            export(settings, texts);
            return ExitCode.FINE;
        } catch (ExportException e) {
            LOG.debug("no export", e);
            System.err.println(e.getMessage());
            return ExitCode.COULD_NOT_RUN;
        }
    }

    private void export(Settings settings, Texts texts) throws Exception {
        Operations operations = Inboxes.catalogue(settings);
        ExportOrder order =
                new ExportOrders(operations, texts).order(operation, licences, Optional.ofNullable(query), format());
        try (Interrupt interrupt = Interrupt.listen();
                ExportTarget target = target(texts);
                ExportContext context = ExportContext.start(settings, operations, texts, interrupt.gate())) {
            ExportRows rows = new ExportRows(texts, System.err, Terminal.isThere());
            ExportSummary summary = context.exporter().export(order, target, rows);
            rows.done(summary, target.name());
        }
    }

    private ExportFormat format() {
        return Optional.ofNullable(format).or(() -> ExportFormat.ofFile(to)).orElse(ExportFormat.CSV);
    }

    private ExportTarget target(Texts texts) throws ExportException {
        return to.equals(STANDARD_OUTPUT)
                ? new StreamTarget(texts.of("export.to.standard-output"), new FileOutputStream(FileDescriptor.out))
                : FileTarget.create(Path.of(to), texts);
    }
}
