package io.bitroutes.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.api.Operations;
import io.bitroutes.text.Texts;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong edits of the file that operators edit. */
class SchedulesFileTest {
    private static final Texts TEXTS = Texts.in("en");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "cron      | 0 0 6 * *         | cron: '0 0 6 * *' is not understood: ",
                "cron      | 0 0 6 1 1 ? 2020  | cron: '0 0 6 1 1 ? 2020' never comes",
                "zone      | Europe/Berln      | zone: 'Europe/Berln' is no time zone; expected one such as Asia/Shanghai",
                "operation | customer.list     | operation: 'customer.list' cannot be exported (did you mean 'customers.list'?)",
                "operation | datas.list        | sn: datas.list needs sn: ",
                "sn        | S-1               | sn: ",
                "sn-file   | none.txt          | sn: ",
                "query     | {                 | query: customers.list takes no query; use customers.query",
                "columns   | name,foo          | columns: 'foo' is no column; customers.list has name, ",
                "file      | c.csv             | file: 'c.csv' has no time in it; expected a name such as ",
                "file      | a/b-${time:yy}.csv | file: 'a/b-",
                "file      | b-${time:yy}.xlsx | file: the ending of 'b-${time:yy}.xlsx' says no format; expected .csv, ",
                "file      | b-${time:b}.csv   | file: 'b-${time:b}.csv': ",
                "format    | xlsx              | format: 'xlsx' is no format; expected csv, json or jsonl",
                "gzip      | yes               | gzip: is 'yes'; expected true or false",
                "charset   | LATIN1            | charset: 'LATIN1' is no charset for an export; expected one of UTF-8, ",
                "latest    | yes               | latest: is 'yes'; expected true or false",
                "catch-up  | no                | catch-up: is 'no'; expected true or false",
                "enabled   | yes               | enabled: is 'yes'; expected true or false",
                "keep-last | 0                 | keep-last: '0' is not a number from 1 to 999999",
                "overlap   | 10                | overlap: '10' is no duration; expected one such as 30s, 10m, 2h or 1d",
                "share     | smb://a/b         | share: 'smb://a/b' is no share; expected file:/mnt/reports or sftp://",
                "share     | sftp://a:b@c/d    | share: 'sftp://a:b@c/d' is no share; expected file:/mnt/reports or ",
                "colums    | name              | colums: there is no such parameter (did you mean 'columns'?); expected ",
            })
    void aWrongParameterIsNamed(String parameter, String value, String problem) {
        Map<String, String> export = customers("daily");
        export.put(parameter, value);

        assertThat(problems(List.of(export))).singleElement().asString().startsWith("the-file: daily: " + problem);
    }

    @Test
    void everyExportIsLookedAt() {
        Map<String, String> one = customers("one");
        one.put("latest", "?");
        Map<String, String> two = customers("two");
        two.remove("file");

        assertThat(problems(List.of(one, two, customers("Three"))))
                .satisfiesExactly(
                        // the shape of an item comes first
                        problem -> assertThat(problem).startsWith("the-file: item 3: id: 'Three' is no id; "),
                        problem -> assertThat(problem).startsWith("the-file: one: latest: "),
                        problem -> assertThat(problem).isEqualTo("the-file: two: file: is missing"));
    }

    @Test
    void oneIdAndOneFileForEach() {
        assertThat(problems(List.of(customers("one"), customers("one"))))
                .containsExactly(
                        "the-file: one: id: another export has this id",
                        "the-file: one: file: another export writes a file of this name to the same share");
    }

    @Test
    void whatIsOffIsNotLookedAt() throws SchedulesException {
        Map<String, String> off = customers("off");
        off.put("enabled", "false");
        off.put("cron", "never");

        assertThat(read(yaml(List.of(off, customers("on")))))
                .extracting(ScheduledExport::id)
                .containsExactly("on");
    }

    @Test
    void anEndingOfItsOwnNeedsAFormat() throws SchedulesException {
        Map<String, String> export = customers("daily");
        export.put("file", "b-${time:yyyyMMdd}.txt");
        export.put("format", "csv");

        assertThat(read(yaml(List.of(export)))).hasSize(1);
    }

    @Test
    void whatIsNoListOfExportsIsNamedWithItsPlace() {
        assertThatThrownBy(() -> read("- templatedRoute:\n    routeTemplateRef: exprt\n"))
                .hasMessage(
                        "the-file: item 1: expected a templatedRoute with routeTemplateRef: export and nothing else");
        assertThatThrownBy(() -> read("- templatedRoute: {\n    a: b\n  c: [\n"))
                .message()
                .startsWith("the-file, line ")
                .doesNotContain("Source");
    }

    @Test
    void aByteOrderMarkIsNoneOfItsWords() throws SchedulesException {
        assertThat(read("\uFEFF" + yaml(List.of(customers("daily"))))).hasSize(1);
    }

    private static Map<String, String> customers(String id) {
        Map<String, String> export = new LinkedHashMap<>();
        export.put("id", id);
        export.put("cron", "0 0 6 * * ?");
        export.put("operation", "customers.list");
        export.put("file", "customers-${time:yyyyMMdd}.csv");
        return export;
    }

    private List<String> problems(List<Map<String, String>> exports) {
        try {
            return List.of("none: " + read(yaml(exports)));
        } catch (SchedulesException e) {
            return e.problems();
        }
    }

    private List<ScheduledExport> read(String yaml) throws SchedulesException {
        ExportOrders orders = new ExportOrders(Operations.load(), TEXTS, "");
        ScheduleRules rules = new ScheduleRules(orders, ZoneId.of("Asia/Shanghai"), folder, folder, TEXTS);
        return new SchedulesFile("the-file", rules, TEXTS).read(yaml);
    }

    private static String yaml(List<Map<String, String>> exports) {
        return exports.stream()
                .map(export -> "- templatedRoute:\n    routeTemplateRef: export\n    parameters:\n"
                        + export.entrySet().stream()
                                .map(parameter -> "      - { name: " + parameter.getKey() + ", value: '"
                                        + parameter.getValue() + "' }\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
    }
}
