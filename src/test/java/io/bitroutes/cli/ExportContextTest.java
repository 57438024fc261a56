package io.bitroutes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.config.ConfigException;
import io.bitroutes.export.ExportCharset;
import io.bitroutes.export.ExportException;
import io.bitroutes.export.ExportForm;
import io.bitroutes.export.ExportFormat;
import io.bitroutes.export.ExportOrder;
import io.bitroutes.export.ExportRequest;
import io.bitroutes.export.ExportSummary;
import io.bitroutes.export.QueryText;
import io.bitroutes.sandbox.Quirks;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An export holds what BitAnswer holds, whatever its size and form. */
class ExportContextTest extends ExportTestBase {
    private static final List<ExportForm> FORMS = List.of(
            ExportForm.of(ExportFormat.CSV),
            ExportForm.of(ExportFormat.JSON),
            ExportForm.of(ExportFormat.JSONL),
            ExportForm.of(ExportFormat.CSV).in(ExportCharset.GBK),
            new ExportForm(ExportFormat.CSV, true, ExportCharset.UTF_8),
            new ExportForm(ExportFormat.JSON, true, ExportCharset.UTF_8),
            new ExportForm(ExportFormat.JSONL, true, ExportCharset.UTF_8));

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
}
