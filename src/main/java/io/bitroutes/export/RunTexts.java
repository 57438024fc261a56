package io.bitroutes.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.api.Operation;
import io.bitroutes.ledger.ExportLedger.Standing;
import io.bitroutes.text.IsoTime;
import io.bitroutes.text.Texts;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is written beside exported files. Immutable. */
final class RunTexts {
    /** Editors of Windows know UTF-8 by the mark only, and lines by both characters. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final String LINE_END = "\r\n";
    private static final ObjectWriter JSON = new JsonMapper().writerWithDefaultPrettyPrinter();
    private static final DateTimeFormatter FOR_PEOPLE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Texts texts;
    private final String version;

    /** @param version of this program */
    RunTexts(Texts texts, String version) {
        this.texts = texts;
        this.version = version;
    }

    /** The manifest of a file, for programs. */
    byte[] manifest(WrittenRun written) {
        ScheduledRun run = written.run();
        ZoneId zone = run.export().schedule().zone();
        ExportSummary summary = written.summary();
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("export", run.id());
        manifest.put("file", run.fileName());
        manifest.put("rows", summary.rows());
        manifest.put("bytes", summary.bytes());
        manifest.put("sha256", summary.sha256());
        manifest.put("fireTime", IsoTime.of(run.fire(), zone));
        manifest.put("started", IsoTime.of(summary.started(), zone));
        manifest.put("finished", IsoTime.of(summary.finished(), zone));
        manifest.put("operation", written.order().operation().id());
        manifest.put("query", query(written.order()));
        manifest.put("pages", summary.pages());
        manifest.put("drift", summary.drifts());
        manifest.put("version", version);
        try {
            return JSON.writeValueAsBytes(manifest);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers cannot be written as JSON", e);
        }
    }

    private static Object query(ExportOrder order) {
        return order.operation().body() == Operation.Body.QUERY ? order.query() : null;
    }

    /** That a run has failed, in one sentence. */
    String failed(ScheduledExport export, Standing standing) {
        return texts.of(
                "schedule.failed",
                export.id(),
                time(standing.failedAt().orElseThrow(), export),
                standing.reason().orElse(""));
    }

    /** That a run waits for BitAnswer, in one sentence. */
    String waits(ScheduledRun run, String reason) {
        return texts.of("schedule.waits", run.id(), time(run.fire(), run.export()), reason);
    }

    /** The file that says why there is no newer one. */
    byte[] note(ScheduledExport export, String sentence, Standing standing, Instant moment) {
        String good = standing.goodAt()
                .map(at -> texts.of("schedule.failed.good", time(at, export)))
                .orElseGet(() -> texts.of("schedule.failed.never"));
        String next = export.schedule()
                .after(moment)
                .map(at -> texts.of("schedule.failed.next", time(at, export)))
                .orElse("");
        return (BYTE_ORDER_MARK + String.join(LINE_END, List.of(sentence, good, next, "")))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String time(Instant instant, ScheduledExport export) {
        return FOR_PEOPLE.format(instant.atZone(export.schedule().zone()));
    }
}
