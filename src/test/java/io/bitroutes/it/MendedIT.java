package io.bitroutes.it;

import static io.bitroutes.it.CustomerFile.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows come back in the form in which they came; mended in that form and dropped again, they are confirmed. */
class MendedIT extends ProgramTestBase {
    private static final String ID = "[0-9a-f]{32}";
    private static final String REFUSED_LINE = "{\"_row\":2,\"_code\":\"REFUSED\",\"_status\":\"1007\","
            + "\"_msg\":\"customer '丙' does not exist\",\"_request\":\"<id>\",";
    private static final String INVALID_LINE = "{\"_row\":4,\"_code\":\"INVALID\",\"_status\":\"\","
            + "\"_msg\":\"$.city is a number, expected a text\",\"_request\":\"\",";

    @Override
    Launch configured(Launch plain) {
        return plain.with("INBOX_SETTLE", "50ms");
    }

    @BeforeEach
    void seed() {
        for (String name : List.of("甲", "乙", "戊")) {
            sandbox.state().seedCustomer(Map.of("name", name, "email", "stays@example.com"));
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void csvKeepsCharsetMarkDelimiterAndLineEnds(CsvForm form) {
        String header = "客户名|城市|说明\n";
        String refused = "丙|\"重庆\n江北\"|二\n";
        String invalid = "丁|武汉|四|多余\n";
        String original = header + "甲|天津|一\n" + refused + "乙|广州|三\n" + invalid;
        String reasons = "_row|_code|_status|_msg|_request|" + header
                + "3|REFUSED|1007|customer '丙' does not exist|<id>|" + refused
                + "5|INVALID||" + form.quoted("the row has 4 cells, the header has 3") + "||" + invalid;

        home.drop(UPDATE, form.name() + ".csv", form.bytes(original));
        JsonNode first = firstReceipt(form.name() + ".csv");

        byte[] rejected = home.deadLetterBytes(first);
        assertThat(form.text(rejected).replaceAll(ID, "<id>")).isEqualTo(form.written(reasons));
        assertThat(rejected).isEqualTo(form.text(rejected).getBytes(form.charset()));
        String mended = form.text(rejected).replace("丙", "戊").replace("丁", "乙").replace(form.delimiter() + "多余", "");
        assertConfirmed(first, mended.getBytes(form.charset()), "rejected.csv");
        assertThat(sandbox.state().customer("戊").orElseThrow())
                .containsEntry("city", "重庆" + form.lineEnd() + "江北")
                .containsEntry("email", "stays@example.com");
        assertThat(sandbox.state().customer("乙").orElseThrow()).containsEntry("city", "武汉");
    }

    @Test
    void jsonLinesComeBackAsLines() {
        String refused = "\"name\": \"丙\", \"city\":\"重\\u5e86\"}";
        String invalid = "\"name\":\"丁\",\"city\":7}";

        home.drop(UPDATE, "lines.jsonl", "{\"name\":\"甲\"}\n{" + refused + "\n\n{" + invalid + "\n{\"name\":\"乙\"}\n");
        JsonNode first = firstReceipt("lines.jsonl");

        assertJsonIsMended(first, REFUSED_LINE + refused + "\n" + INVALID_LINE + invalid + "\n");
    }

    @Test
    void anArrayComesBackAsLines() {
        String refused = "\"name\": \"丙\",\"city\":\"重庆\"}";
        String invalid = "\"name\":\"丁\", \"city\":7 }";

        home.drop(UPDATE, "array.json", "[{\"name\":\"甲\"},{" + refused + ", {\"name\":\"乙\"},\n{" + invalid + "]");
        JsonNode first = firstReceipt("array.json");

        assertJsonIsMended(first, REFUSED_LINE + refused + "\n" + INVALID_LINE + invalid + "\n");
    }

    static Stream<CsvForm> forms() {
        Charset gbk = Charset.forName("GBK");
        return Stream.of(
                new CsvForm("gbk", gbk, "", ",", "\r\n"),
                new CsvForm("gbk-semicolon", gbk, "", ";", "\n"),
                new CsvForm("utf-16le-tab", StandardCharsets.UTF_16LE, "\uFEFF", "\t", "\r\n"),
                new CsvForm("utf-16be-cr", StandardCharsets.UTF_16BE, "\uFEFF", ",", "\r"));
    }

    private JsonNode firstReceipt(String name) {
        JsonNode receipt = home.receipt(UPDATE, name);
        assertThat(receipt.path("confirmed").intValue()).as("%s", receipt).isEqualTo(2);
        assertThat(receipt.path("rejected").intValue()).as("%s", receipt).isEqualTo(2);
        return receipt;
    }

    private void assertJsonIsMended(JsonNode first, String expected) {
        String rejected = home.deadLetter(first);
        assertThat(rejected.replaceAll(ID, "<id>")).isEqualTo(expected);
        String mended = rejected.replace("丙", "戊").replace("丁", "乙").replaceAll(":7 ?}", ":\"武汉\"}");
        assertConfirmed(first, mended.getBytes(StandardCharsets.UTF_8), "rejected.jsonl");
        assertThat(sandbox.state().customer("戊").orElseThrow()).containsEntry("city", "重庆");
        assertThat(sandbox.state().customer("乙").orElseThrow()).containsEntry("city", "武汉");
    }

    /** Drops the mended rows under the name under which they came back. */
    private void assertConfirmed(JsonNode first, byte[] mended, String ending) {
        String returned = first.path("deadLetter").textValue();
        String name = returned.substring(returned.lastIndexOf('/') + 1);
        assertThat(name).endsWith("." + first.path("job").textValue() + "." + ending);

        home.drop(UPDATE, name, mended);
        JsonNode second = home.receipt(UPDATE, name);

        assertThat(second.path("rows").intValue()).isEqualTo(2);
        assertThat(second.path("confirmed").intValue()).as("%s", second).isEqualTo(2);
        assertThat(second.path("deadLetter").isNull()).isTrue();
        assertThat(second.path("charset")).isEqualTo(first.path("charset"));
        assertThat(second.path("delimiter")).isEqualTo(first.path("delimiter"));
    }

    /** How a table is written; in the tests it has pipes and line feeds. */
    record CsvForm(String name, Charset charset, String mark, String delimiter, String lineEnd) {
        String written(String table) {
            return mark + table.replace("|", delimiter).replace("\n", lineEnd);
        }

        byte[] bytes(String table) {
            return written(table).getBytes(charset);
        }

        /** In quotes where the text, which has a comma, needs them. */
        String quoted(String text) {
            return delimiter.equals(",") ? '"' + text + '"' : text;
        }

        String text(byte[] bytes) {
            return new String(bytes, charset);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
