package io.bitroutes.export;

import io.bitroutes.ledger.ExportLedger;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of the {@code run-export} route; the run travels as a property. Safe for threads. */
public final class ScheduledExports {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledExports.class);
    private static final String RUN = "run";

    private final Map<String, ScheduledExport> exports = new LinkedHashMap<>();
    private final RunClaims claims;
    private final ExportLedger ledger;
    private final ExportOrders orders;
    private final Exporter exporter;
    private final Publisher publisher;
    private final Notices notices;
    private final RunWatch watch;
    private final Path folder;
    private final ZoneId zone;
    private final Texts texts;
    private final Clock clock;

    ScheduledExports(
            List<ScheduledExport> exports,
            RunClaims claims,
            ExportLedger ledger,
            ExportOrders orders,
            Exporter exporter,
            Publisher publisher,
            Notices notices,
            RunWatch watch,
            Path folder,
            ZoneId zone,
            Texts texts,
            Clock clock) {
        exports.forEach(export -> this.exports.put(export.id(), export));
        this.claims = claims;
        this.ledger = ledger;
        this.orders = orders;
        this.exporter = exporter;
        this.publisher = publisher;
        this.notices = notices;
        this.watch = watch;
        this.folder = folder;
        this.zone = zone;
        this.texts = texts;
        this.clock = clock;
    }

    /** All that are scheduled. */
    public Collection<ScheduledExport> all() {
        return exports.values();
    }

    /** The ids of those that have something to do that nobody fires. Keeps the claims of those under way alive. */
    public List<String> waiting() {
        claims.keepAlive();
        return exports.values().stream()
                .filter(export -> claims.isMissed(export) || notices.isPending(export, claims.running(export.id())))
                .map(ScheduledExport::id)
                .toList();
    }

    /** The run of what is due of an export; null if nothing is, or somebody runs it. */
    public ScheduledRun claim(@ExchangeProperty("scheduledExport") String id, @Header("scheduledFireTime") Date tick) {
        ScheduledExport export = exports.get(id);
        if (tick == null) {
            notices.say(export, claims.running(id));
        }
        return claims.claim(export, Optional.ofNullable(tick).map(Date::toInstant))
                .orElse(null);
    }

    /** Writes the file of a run to the disk of this machine. */
    public WrittenRun write(@ExchangeProperty(RUN) ScheduledRun run) throws ExportException, IOException {
        QueryTimes times =
                new QueryTimes(zone, run.began(), run.lastRun(), run.export().overlap());
        ExportOrder order = orders.order(run.export().request(), times);
        Files.createDirectories(folder);
        Path file = folder.resolve(run.id() + "." + run.token());
        try (ExportTarget target = FileTarget.create(file, texts)) {
            return new WrittenRun(run, order, exporter.export(order, target, rows -> {}), file);
        }
    }

    /** Puts it on the share. */
    public void publish(@Body WrittenRun written) throws IOException {
        ScheduledRun run = written.run();
        publisher.publish(written);
        watch.published(run.id(), written.summary());
        LOG.info(
                "{}",
                texts.of(
                        "schedule.published",
                        run.id(),
                        written.summary().rows(),
                        run.fileName(),
                        run.export().share().text()));
        notices.changed(run.export());
        notices.say(run.export(), Optional.empty());
    }

    /** The program stops: the run is taken up again at the next start. */
    public void leave(@ExchangeProperty(RUN) ScheduledRun run) {
        ledger.leave(run.id(), run.fire());
    }

    /** A run has failed; the next fire time is the next try. */
    public void fail(
            @ExchangeProperty(RUN) ScheduledRun run, @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception failure) {
        String reason = reason(failure);
        LOG.warn("{}", texts.of("schedule.failed.log", run.id(), reason));
        LOG.debug("{}", run.id(), failure);
        ledger.failed(run.id(), run.fire(), reason, clock.instant());
        watch.failed(run.id());
        notices.changed(run.export());
        notices.say(run.export(), Optional.empty());
    }

    private static String reason(Exception failure) {
        boolean speaks = failure.getMessage() != null && !(failure instanceof FileSystemException);
        return speaks ? failure.getMessage() : failure.toString();
    }

    /** A run is at its end, however it ended. */
    public void release(@ExchangeProperty(RUN) ScheduledRun run) throws IOException {
        claims.release(run);
        Files.deleteIfExists(folder.resolve(run.id() + "." + run.token()));
    }
}
