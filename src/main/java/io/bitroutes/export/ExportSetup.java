package io.bitroutes.export;

import io.bitroutes.config.ExportSettings;
import io.bitroutes.gate.Gate;
import io.bitroutes.ledger.ExportLedger;
import io.bitroutes.ledger.LedgerDatabase;
import io.bitroutes.ledger.SharedFiles;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;

/**
 * What scheduled exports are run with.
 *
 * @param camel knows the {@code sftp} component
 * @param ledger where runs are claimed
 * @param alone whether nobody else uses that ledger
 * @param folder on a disk of this machine, for files that are not whole yet; nobody else uses it
 * @param room whether there is room on the disks for another file
 * @param zone in which BitAnswer writes its times
 * @param lease how long a claim holds without a sign of life
 * @param version of this program
 */
public record ExportSetup(
        CamelContext camel,
        ExportSettings settings,
        LedgerDatabase ledger,
        boolean alone,
        ExportOrders orders,
        Exporter exporter,
        Path folder,
        BooleanSupplier room,
        ZoneId zone,
        Duration lease,
        Gate gate,
        RunWatch watch,
        String version,
        Texts texts) {

    /**
     * Sweeps what an earlier process has left, and knows the exports from now on.
     *
     * @throws IOException if it cannot be swept
     */
    public ScheduledExports begin(List<ScheduledExport> exports) throws IOException {
        Clock clock = Clock.systemUTC();
        ExportLedger runs = new ExportLedger(ledger, UUID.randomUUID().toString());
        sweep();
        if (alone) {
            runs.giveUpClaims();
        }
        exports.forEach(export -> runs.register(export.id(), clock.instant()));
        SharedFiles files = new SharedFiles(ledger);
        Shares shares = new Shares(camel, settings, files, gate, texts, clock);
        RunTexts runTexts = new RunTexts(texts, version);
        return new ScheduledExports(
                exports,
                new RunClaims(runs, settings.concurrency(), room, gate, lease, clock),
                runs,
                orders,
                exporter,
                new Publisher(shares, runs, files, runTexts, texts, clock),
                new Notices(shares, runs, runTexts, folder, gate, settings.patience(), clock),
                watch,
                folder,
                zone,
                texts,
                clock);
    }

    private void sweep() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder)) {
            for (Path file : left) {
                Files.delete(file);
            }
        }
    }
}
