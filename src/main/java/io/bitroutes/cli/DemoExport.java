package io.bitroutes.cli;

import io.bitroutes.export.ExportException;
import io.bitroutes.export.ExportFormat;
import io.bitroutes.export.ExportOrder;
import io.bitroutes.export.ExportOrders;
import io.bitroutes.export.ExportRequest;
import io.bitroutes.export.ExportSummary;
import io.bitroutes.export.ExportTarget;
import io.bitroutes.export.FileTarget;
import io.bitroutes.export.QueryTimes;
import io.bitroutes.text.Texts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Takes the customers out again and shows how the file begins. */
final class DemoExport {
    private static final String OPERATION = "customers.list";
    private static final List<String> COLUMNS = List.of("name", "city", "officeNumber", "referenceId");
    private static final Path FILE = Path.of("exports", "customers.csv");
    private static final int SHOWN = 4;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Bundle bundle;
    private final Path home;
    private final Texts texts;
    private final PrintStream out;

    DemoExport(Bundle bundle, Path home, Texts texts, PrintStream out) {
        this.bundle = bundle;
        this.home = home;
        this.texts = texts;
        this.out = out;
    }

    void run() throws IOException, ExportException {
        Path file = home.resolve(FILE);
        Files.createDirectories(file.getParent());
        try (ExportTarget target = FileTarget.create(file, texts)) {
            ExportSummary summary = bundle.exporter().export(order(), target, rows -> {});
            out.println(texts.of("demo.export", summary.rows(), FILE));
        }
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            lines.lines().limit(SHOWN).forEach(line -> out.println("  " + line.replace(BYTE_ORDER_MARK, "")));
        }
    }

    private ExportOrder order() throws ExportException {
        return new ExportOrders(bundle.parts().operations, texts, "")
                .order(
                        ExportRequest.of(OPERATION, ExportFormat.CSV).withColumns(COLUMNS),
                        QueryTimes.first(bundle.parts().settings.people().zone(), Instant.now()));
    }
}
