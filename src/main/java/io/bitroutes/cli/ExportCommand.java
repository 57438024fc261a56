package io.bitroutes.cli;

import io.bitroutes.api.Operations;
import io.bitroutes.config.ConfigSources;
import io.bitroutes.config.Settings;
import io.bitroutes.export.ExportCharset;
import io.bitroutes.export.ExportException;
import io.bitroutes.export.ExportForm;
import io.bitroutes.export.ExportFormat;
import io.bitroutes.export.ExportOrder;
import io.bitroutes.export.ExportOrders;
import io.bitroutes.export.ExportRequest;
import io.bitroutes.export.ExportSummary;
import io.bitroutes.export.ExportTarget;
import io.bitroutes.export.FileTarget;
import io.bitroutes.export.QueryText;
import io.bitroutes.export.QueryTimes;
import io.bitroutes.export.StreamTarget;
import io.bitroutes.text.Texts;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.time.Instant;
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
    private static final String PREFIX = "--";

    @Parameters(paramLabel = "<operation>", description = "customers, products or datas, with .list or .query")
    private String operation;

    @Option(
            names = "--sn",
            paramLabel = "<licence>",
            description = "A licence, for datas.list and datas.query; may be given several times")
    private List<String> licences = List.of();

    @Option(
            names = "--sn-file",
            paramLabel = "<file>",
            description = "More of them: a text file in UTF-8, one licence a line")
    private Path licenceFile;

    @Option(
            names = "--query",
            paramLabel = "<query>",
            description = "A JSON file, or JSON: {\"querys\": [...], \"sorts\": [...]}")
    private String query;

    @Option(names = "--sorts", paramLabel = "<sorts>", description = "A JSON file, or JSON: [{\"name\": \"name\"}]")
    private String sorts;

    @Option(
            names = "--columns",
            paramLabel = "<column>",
            split = ",",
            description = "Fields in the order wanted, each perhaps with a title: name=Customer,city (default: all)")
    private List<String> columns = List.of();

    @Option(
            names = "--format",
            paramLabel = "<format>",
            description = "${COMPLETION-CANDIDATES} (default: as the name of the file ends, else CSV)")
    private ExportFormat format;

    @Option(
            names = "--charset",
            paramLabel = "<charset>",
            description = "Of a CSV file: UTF-8, GBK or GB18030 (default: UTF-8)")
    private String charset = ExportCharset.UTF_8.label();

    @Option(names = "--gzip", description = "Compress (default: if the name of the file ends with .gz)")
    private boolean gzip;

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
        ExportOrder order = new ExportOrders(operations, texts, PREFIX)
                .order(request(texts), QueryTimes.first(settings.people().zone(), Instant.now()));
        try (Interrupt interrupt = Interrupt.listen();
                ExportTarget target = target(texts);
                ExportContext context = ExportContext.start(settings, operations, texts, interrupt.gate());
                ExportRows rows = ExportRows.begin(texts)) {
            ExportSummary summary = context.exporter().export(order, target, rows);
            rows.done(summary, target.name());
        }
    }

    private ExportRequest request(Texts texts) throws ExportException {
        Path here = Path.of("");
        return ExportRequest.of(operation, ExportFormat.CSV)
                .withLicences(licences)
                .withLicenceFile(Optional.ofNullable(licenceFile))
                .withQuery(Optional.ofNullable(query).map(text -> QueryText.of(text, here)))
                .withSorts(Optional.ofNullable(sorts).map(text -> QueryText.of(text, here)))
                .withColumns(columns)
                .withForm(form(ExportCharset.of(charset, texts)));
    }

    private ExportForm form(ExportCharset wanted) {
        Optional<ExportForm> byName = ExportForm.ofFile(to);
        ExportFormat fallback = byName.map(ExportForm::format).orElse(ExportFormat.CSV);
        boolean compressed = gzip || ExportForm.isCompressed(to);
        return new ExportForm(Optional.ofNullable(format).orElse(fallback), compressed, wanted);
    }

    private ExportTarget target(Texts texts) throws ExportException {
        return to.equals(STANDARD_OUTPUT)
                ? new StreamTarget(texts.of("export.to.standard-output"), new FileOutputStream(FileDescriptor.out))
                : FileTarget.create(Path.of(to), texts);
    }
}
