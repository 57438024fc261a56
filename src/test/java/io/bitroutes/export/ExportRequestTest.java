package io.bitroutes.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.api.Operations;
import io.bitroutes.api.Query;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a schedule says, made into an order. */
class ExportRequestTest {
    private static final Texts TEXTS = Texts.in("en");
    private static final QueryTimes TIMES = new QueryTimes(
            ZoneId.of("Asia/Shanghai"),
            Instant.parse("2026-11-24T22:00:00Z"),
            Optional.of(Instant.parse("2026-11-23T22:00:00Z")),
            Duration.ofMinutes(10));
    private static final ExportRequest ITEMS =
            ExportRequest.of("datas.query", ExportFormat.CSV).withLicences(List.of("S1"));

    @TempDir
    private Path folder;

    @Test
    void timesAreFilledInInTheZoneAndWithTheOverlap() throws ExportException {
        Query query = query("${lastRun}", TIMES);

        assertThat(query.querys())
                .containsExactly(new Query.Condition("updateTime", ">", List.of("2026-11-24 05:50:00")));
        assertThat(query("to ${now}", TIMES).querys().get(0).values()).containsExactly("to 2026-11-25 06:00:00");
        assertThat(query("${lastRun}", QueryTimes.first(ZoneId.of("UTC"), Instant.EPOCH))
                        .querys()
                        .get(0)
                        .values())
                .containsExactly("1970-01-01 00:00:00");
    }

    @Test
    void anUnknownTimeIsRefused() {
        assertThatThrownBy(() -> query("${lastrun}", TIMES))
                .isInstanceOf(ExportException.class)
                .hasMessage("the query: '${lastrun}' is no time (did you mean '${lastRun}'?); expected one of ${now},"
                        + " ${lastRun}")
                .extracting(e -> ((ExportException) e).parameter())
                .isEqualTo(Optional.of("query"));
    }

    @Test
    void sortsStandInOnePlace() throws ExportException {
        Optional<QueryText> sorts = Optional.of(QueryText.of("[{\"name\": \"updateTime\"}]", folder));

        assertThat(order(ITEMS.withSorts(sorts)).query().sorts()).containsExactly(new Query.Sort("updateTime"));
        assertThatThrownBy(() -> order(ITEMS.withSorts(sorts)
                        .withQuery(Optional.of(QueryText.of("{\"sorts\": [{\"name\": \"name\"}]}", folder)))))
                .isInstanceOf(ExportException.class)
                .hasMessage("there are sorts in query as well as in sorts; one of them has to go");
    }

    @Test
    void licencesOfAFile() throws IOException, ExportException {
        Path file = Files.writeString(folder.resolve("sns.txt"), "\uFEFF授权码\r\nS2\r\n\r\n S1 \n");

        assertThat(order(ITEMS.withLicenceFile(Optional.of(file))).places())
                .containsExactly(Map.of("sn", "S1"), Map.of("sn", "S2"));
        Path empty = Files.writeString(folder.resolve("empty.txt"), "sn\n");
        assertThatThrownBy(() -> order(ITEMS.withLicenceFile(Optional.of(empty))))
                .isInstanceOf(ExportException.class)
                .hasMessage(empty + " holds no licence; expected one a line");
    }

    @Test
    void columnsAreChosenOrderedAndTitled() throws ExportException {
        assertThat(order(ITEMS.withColumns(List.of("value", "配置项名称", " sn = Licence ")))
                        .columns())
                .extracting(column -> column.field().name() + "/" + column.title())
                .containsExactly("value/value", "name/配置项名称", "sn/Licence");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "valu|'valu' is no column (did you mean 'value'?); datas.query has sn, name, value, status, updateTime,"
                        + " source",
                "name=|the title of column 'name=' is empty",
                "value=sn|two columns have the title 'sn'"
            })
    void columnsThatCannotBe(String column, String message) {
        assertThatThrownBy(() -> order(ITEMS.withColumns(List.of("sn", column))))
                .isInstanceOf(ExportException.class)
                .hasMessage(message);
    }

    @Test
    void jsonIsAlwaysUtf8() {
        ExportForm form = new ExportForm(ExportFormat.JSON, false, ExportCharset.GBK);

        assertThatThrownBy(() -> order(ITEMS.withForm(form)))
                .isInstanceOf(ExportException.class)
                .hasMessage("json is always UTF-8; GBK is for csv");
    }

    @Test
    void charsetsByName() throws ExportException {
        assertThat(ExportCharset.of("utf8", TEXTS)).isEqualTo(ExportCharset.UTF_8);
        assertThat(ExportCharset.of("gbk", TEXTS)).isEqualTo(ExportCharset.GBK);
        assertThatThrownBy(() -> ExportCharset.of("latin1", TEXTS))
                .isInstanceOf(ExportException.class)
                .hasMessage("'latin1' is no charset for an export; expected one of UTF-8, GBK, GB18030");
    }

    @Test
    void gbkTakesOnlyWhatItHas() throws ExportException {
        CharsetCheck gbk = CharsetCheck.of(ExportCharset.GBK);

        gbk.check("鎔 abc，中文", 2, "name", TEXTS);
        assertThatThrownBy(() -> gbk.check("a😀", 2, "name", TEXTS))
                .isInstanceOf(ExportException.class)
                .hasMessageStartingWith("GBK has no 😀 (U+1F600), which stands in row 2, column name; ");
        CharsetCheck.of(ExportCharset.GB18030).check("a😀", 2, "name", TEXTS);
    }

    @Test
    void theNameOfAFileSaysItsForm() {
        assertThat(ExportForm.ofFile("a.CSV.gz")).contains(new ExportForm(ExportFormat.CSV, true, ExportCharset.UTF_8));
        assertThat(ExportForm.ofFile("a.jsonl")).contains(ExportForm.of(ExportFormat.JSONL));
        assertThat(ExportForm.ofFile("a.txt.gz")).isEmpty();
    }

    private Query query(String value, QueryTimes times) throws ExportException {
        String json = "{\"querys\": [{\"name\": \"updateTime\", \"op\": \">\", \"values\": [\"" + value + "\"]}]}";
        return orders().order(ITEMS.withQuery(Optional.of(QueryText.of(json, folder))), times)
                .query();
    }

    private static ExportOrder order(ExportRequest request) throws ExportException {
        return orders().order(request, TIMES);
    }

    private static ExportOrders orders() {
        return new ExportOrders(Operations.load(), TEXTS, "");
    }
}
