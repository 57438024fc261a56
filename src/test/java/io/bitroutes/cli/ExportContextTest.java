package io.bitroutes.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.api.Operations;
import io.bitroutes.config.ConfigException;
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
import io.bitroutes.gate.Gate;
import io.bitroutes.sandbox.Fault;
import io.bitroutes.sandbox.Quirks;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Exports over the real route files, against a sandbox. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportContextTest {
    private static final Texts TEXTS = Texts.in("en");
    private static final Operations OPERATIONS = Operations.load();

    private static final List<ExportForm> FORMS = List.of(
            ExportForm.of(ExportFormat.CSV),
            ExportForm.of(ExportFormat.JSON),
            ExportForm.of(ExportFormat.JSONL),
            ExportForm.of(ExportFormat.CSV).in(ExportCharset.GBK),
            new ExportForm(ExportFormat.CSV, true, ExportCharset.UTF_8),
            new ExportForm(ExportFormat.JSON, true, ExportCharset.UTF_8),
            new ExportForm(ExportFormat.JSONL, true, ExportCharset.UTF_8));

    private Sandbox sandbox;
    private ExportContext context;

    @TempDir
    private Path folder;

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

    static Stream<Arguments> sizesAndForms() {
        return Stream.of(0, 1, 999, 1000, 1001, 2345, 12_345)
                .flatMap(size -> FORMS.stream().map(form -> Arguments.of(size, form)));
    }

    @ParameterizedTest(name = "{0} customers as {1}")
    @MethodSource("sizesAndForms")
    void theFileHoldsWhatBitAnswerHolds(int size, ExportForm form) throws IOException, ExportException {
        sandbox.state().seedCustomers(customers(size));
        Path file = folder.resolve("customers");

        ExportSummary summary = export(
                context, order(ExportRequest.of("customers.list", form.format()).withForm(form)), file);

        assertThat(ExportedFile.records(file, form))
                .isEqualTo(ExportedFile.texts(sandbox.state().customers().values()));
        assertThat(summary.rows()).isEqualTo(size);
        assertThat(summary.bytes()).isEqualTo(Files.size(file));
        assertThat(summary.pages()).isEqualTo(size < 1000 ? 1 : (size - 1) / 999 + 1);
    }

    static Stream<Arguments> pagesOfProductsAndForms() {
        Map<Integer, Integer> pages = Map.of(998, 1, 999, 2, 1997, 3, 1998, 3);
        return pages.entrySet().stream()
                .flatMap(size -> FORMS.stream().map(form -> Arguments.of(size.getKey(), size.getValue(), form)));
    }

    @ParameterizedTest(name = "{0} products on {1} pages as {2}")
    @MethodSource("pagesOfProductsAndForms")
    void productsComeOnSmallerPages(int size, int pages, ExportForm form) throws IOException, ExportException {
        IntStream.range(0, size).forEach(number -> sandbox.state()
                .seedProduct(Map.of("productName", "产品 " + number, "refId", "00" + number)));
        Path file = folder.resolve("products");

        ExportSummary summary = export(
                context, order(ExportRequest.of("products.list", form.format()).withForm(form)), file);

        assertThat(ExportedFile.records(file, form))
                .isEqualTo(ExportedFile.texts(sandbox.state().products().values()));
        assertThat(List.of(summary.rows(), summary.pages(), summary.drifts()))
                .containsExactly((long) size, (long) pages, 0L);
    }

    @ParameterizedTest
    @EnumSource
    void itemsOfSeveralLicencesStandOneAfterTheOther(ExportFormat format) throws IOException, ExportException {
        IntStream.range(0, 1001)
                .forEach(number -> sandbox.state().seedData("S/1", Map.of("name", "k" + number, "value", "v")));
        sandbox.state().seedData("S 2", Map.of("name", "k1", "value", "x", "status", 2));
        ExportOrder order = order(ExportRequest.of("datas.list", format).withLicences(List.of("S 2", "none", "S/1")));

        ExportSummary summary = export(context, order, file(format));

        List<Map<String, String>> expected = new ArrayList<>();
        for (String sn : List.of("S 2", "S/1")) {
            ExportedFile.texts(sandbox.state().datas(sn).values()).forEach(item -> {
                Map<String, String> whole = new LinkedHashMap<>(Map.of("sn", sn));
                whole.putAll(item);
                expected.add(whole);
            });
        }
        assertThat(ExportedFile.records(folder, format)).isEqualTo(expected);
        assertThat(List.of(summary.rows(), summary.pages(), summary.drifts())).containsExactly(1002L, 4L, 0L);
    }

    @Test
    void aQueryIsSentWithEveryPage() throws IOException, ExportException {
        sandbox.state().seedCustomers(customers(2345));
        Path query = Files.writeString(
                folder.resolve("query.json"),
                "{\"querys\": [{\"name\": \"name\", \"op\": \"like\", \"values\": [\"客户 1%\"]}],"
                        + " \"sorts\": [{\"name\": \"name\"}]}");
        ExportOrder order = order(ExportRequest.of("customers.query", ExportFormat.JSONL)
                .withQuery(Optional.of(new QueryText.InFile(query))));

        ExportSummary summary = export(context, order, file(ExportFormat.JSONL));

        assertThat(summary.rows()).isEqualTo(1111);
        assertThat(ExportedFile.records(folder, ExportFormat.JSONL))
                .extracting(item -> item.get("name"))
                .allMatch(name -> name.startsWith("客户 1"))
                .isSorted();
    }

    @ParameterizedTest
    @EnumSource(names = {"TOTAL_MISSING", "TOTAL_LYING", "EMPTY_PAGE_WITHOUT_DATA", "MSG_AS_NUMBER"})
    void whatTheServerSaysBesidesTheRecordsDoesNotMatter(Quirks quirk)
            throws IOException, ExportException, ConfigException {
        for (int size : List.of(0, 1000)) {
            try (Sandbox odd = Sandbox.start(SandboxOptions.defaults().with(quirk));
                    ExportContext beside = context(odd)) {
                odd.state().seedCustomers(customers(size));

                export(beside, order("customers.list", ExportFormat.CSV), file(ExportFormat.CSV));

                assertThat(ExportedFile.records(folder, ExportFormat.CSV))
                        .isEqualTo(ExportedFile.texts(odd.state().customers().values()));
            }
        }
    }

    @Test
    void whatPassesIsTriedAgain() throws IOException, ExportException {
        sandbox.state().seedCustomers(customers(1500));
        sandbox.faults().next(Fault.http(503));
        sandbox.faults().next(Fault.resetBeforeApplying());
        sandbox.faults().next(Fault.truncated());
        sandbox.faults().next(Fault.html(502));

        export(context, order("customers.list", ExportFormat.JSON), file(ExportFormat.JSON));

        assertThat(ExportedFile.records(folder, ExportFormat.JSON)).hasSize(1500);
    }

    @Test
    void aRefusalWithoutTheKeyIsNoRefusal() throws IOException, ExportException {
        sandbox.state().seedCustomers(customers(1500));
        sandbox.faults().next(3, Fault.status(401, "no such key"));

        export(context, order("customers.list", ExportFormat.JSON), file(ExportFormat.JSON));

        assertThat(ExportedFile.records(folder, ExportFormat.JSON)).hasSize(1500);
    }

    @Test
    void aRefusalInTheMiddleLeavesTheOlderFileAlone() throws IOException {
        sandbox.state().seedCustomers(customers(2345));
        Path file = Files.writeString(file(ExportFormat.CSV), "old");
        sandbox.faults().next(9, Fault.status(17, "not today"), request -> request.path()
                .contains("offset=999&"));

        assertThatThrownBy(() -> export(context, order("customers.list", ExportFormat.CSV), file))
                .isInstanceOf(ExportException.class)
                .hasMessage(
                        "BitAnswer refuses customers.list (GET /customers?offset=999&limit=1000): status 17: not today");

        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void csvIsForExcel() throws IOException, ExportException {
        sandbox.state()
                .seedCustomer(Map.of(
                        "name",
                        "=甲, \"乙\"",
                        "description",
                        "two\r\nlines",
                        "regDate",
                        "2020-01-01 00:00:00",
                        "city",
                        "😀"));

        export(context, order("customers.list", ExportFormat.CSV), file(ExportFormat.CSV));

        assertThat(Files.readString(file(ExportFormat.CSV)))
                .isEqualTo(
                        "\uFEFFname,description,officeNumber,mobileNumber,email,address,city,country,postcode,contact,"
                                + "referenceId,regDate\r\n\"'=甲, \"\"乙\"\"\",\"two\r\nlines\",,,,,😀,,,,,2020-01-01 00:00:00\r\n");
    }

    @Test
    void jsonIsOneArrayOrALineForEachRecord() throws IOException, ExportException {
        export(context, order("products.list", ExportFormat.JSON), file(ExportFormat.JSON));
        assertThat(Files.readString(file(ExportFormat.JSON))).isEqualTo("[\n]\n");

        sandbox.state().seedProduct(Map.of("productName", "=A", "productGuid", "1"));
        sandbox.state().seedProduct(Map.of("productName", "B\n", "productGuid", "2"));
        export(context, order("products.list", ExportFormat.JSON), file(ExportFormat.JSON));
        export(context, order("products.list", ExportFormat.JSONL), file(ExportFormat.JSONL));

        String first = "{\"productName\":\"=A\",\"productGuid\":\"1\"}";
        String second = "{\"productName\":\"B\\n\",\"productGuid\":\"2\"}";
        assertThat(Files.readString(file(ExportFormat.JSON))).isEqualTo("[\n" + first + ",\n" + second + "\n]\n");
        assertThat(Files.readString(file(ExportFormat.JSONL))).isEqualTo(first + "\n" + second + "\n");
    }

    private static ExportContext context(Sandbox sandbox) throws IOException, ConfigException {
        Map<String, String> values = Map.of(
                "bitanswer.base-url", sandbox.baseUrl().toString(),
                "bitanswer.bitkey", "sandbox",
                "bitanswer.language", "en",
                "bitanswer.retry.delay", "10ms",
                "bitanswer.outage.probe-interval", "50ms");
        return ExportContext.start(Settings.from(ConfigSources.of(values)), OPERATIONS, TEXTS, new Gate());
    }

    private static ExportSummary export(ExportContext context, ExportOrder order, Path file)
            throws IOException, ExportException {
        try (ExportTarget target = FileTarget.create(file, TEXTS)) {
            return context.exporter().export(order, target, rows -> {});
        }
    }

    private static ExportOrder order(ExportRequest request) throws ExportException {
        return new ExportOrders(OPERATIONS, TEXTS, "--")
                .order(request, QueryTimes.first(ZoneId.of("Asia/Shanghai"), Instant.EPOCH));
    }

    private static ExportOrder order(String operation, ExportFormat format) throws ExportException {
        return order(ExportRequest.of(operation, format));
    }

    private Path file(ExportFormat format) {
        return ExportedFile.in(folder, format);
    }

    private static List<Map<String, Object>> customers(int size) {
        return IntStream.range(0, size)
                .mapToObj(number -> Map.<String, Object>of(
                        "name", "客户 " + number, "mobileNumber", "00" + number, "city", number % 2 == 0 ? "a,b" : ""))
                .toList();
    }
}
