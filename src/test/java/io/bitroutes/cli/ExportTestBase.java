package io.bitroutes.cli;

import io.bitroutes.api.Operations;
import io.bitroutes.config.ConfigException;
import io.bitroutes.config.ConfigSources;
import io.bitroutes.config.Settings;
import io.bitroutes.export.ExportException;
import io.bitroutes.export.ExportFormat;
import io.bitroutes.export.ExportOrder;
import io.bitroutes.export.ExportOrders;
import io.bitroutes.export.ExportRequest;
import io.bitroutes.export.ExportSummary;
import io.bitroutes.export.ExportTarget;
import io.bitroutes.export.FileTarget;
import io.bitroutes.export.QueryTimes;
import io.bitroutes.gate.Gate;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Exports over the real route files, against a sandbox. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ExportTestBase {
    private static final Texts TEXTS = Texts.in("en");
    private static final Operations OPERATIONS = Operations.load();

    Sandbox sandbox;
    ExportContext context;

    @TempDir
    Path folder;

    @BeforeAll
    void start() throws IOException, ConfigException {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        context = context(sandbox);
    }

    @BeforeEach
    void forget() {
        sandbox.faults().clear();
        sandbox.faults().restoreKey();
        sandbox.state().clear();
        sandbox.clearRequests();
    }

    @AfterAll
    void stop() {
        context.close();
        sandbox.close();
    }

    static ExportContext context(Sandbox sandbox) throws IOException, ConfigException {
        Map<String, String> values = Map.of(
                "bitanswer.base-url", sandbox.baseUrl().toString(),
                "bitanswer.bitkey", "sandbox",
                "bitanswer.language", "en",
                "bitanswer.retry.delay", "10ms",
                "bitanswer.outage.probe-interval", "50ms");
        return ExportContext.start(Settings.from(ConfigSources.of(values)), OPERATIONS, TEXTS, new Gate());
    }

    static ExportSummary export(ExportContext context, ExportOrder order, Path file)
            throws IOException, ExportException {
        try (ExportTarget target = FileTarget.create(file, TEXTS)) {
            return context.exporter().export(order, target, rows -> {});
        }
    }

    static ExportOrder order(ExportRequest request) throws ExportException {
        return new ExportOrders(OPERATIONS, TEXTS, "--")
                .order(request, QueryTimes.first(ZoneId.of("Asia/Shanghai"), Instant.EPOCH));
    }

    static ExportOrder order(String operation, ExportFormat format) throws ExportException {
        return order(ExportRequest.of(operation, format));
    }

    final Path file(ExportFormat format) {
        return ExportedFile.in(folder, format);
    }

    static List<Map<String, Object>> customers(int size) {
        return IntStream.range(0, size)
                .mapToObj(number -> Map.<String, Object>of(
                        "name", "客户 " + number, "mobileNumber", "00" + number, "city", number % 2 == 0 ? "a,b" : ""))
                .toList();
    }
}
