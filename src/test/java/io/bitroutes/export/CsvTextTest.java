package io.bitroutes.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.record.ExcelGuard;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.junit.jupiter.api.Test;

class CsvTextTest {
    private static final String EMOJI = "😀";
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setQuoteMode(QuoteMode.MINIMAL)
            .setRecordSeparator("\r\n")
            .get();
    private static final List<String> CELLS = List.of(
            "=a,b", "+\"", "-", "a", "", " a", "a ", "a b", "#a", "!", "a,b", "a;b", "a\"b", "\"", "a\nb", "a\rb",
            "\tb", "b\u0001", "客户", EMOJI, "0x", "\u00a0", "a\\b");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void asTheFormatItselfWritesIt() throws IOException {
        for (CSVFormat format : List.of(
                FORMAT,
                FORMAT.builder().setDelimiter(';').get(),
                FORMAT.builder().setDelimiter("||").get(),
                FORMAT.builder().setQuoteMode(QuoteMode.ALL).get())) {
            bytes.reset();
            CsvText text = new CsvText(bytes, StandardCharsets.UTF_8, format);
            StringBuilder expected = new StringBuilder();
            CSVPrinter printer = new CSVPrinter(expected, format);
            for (String cell : CELLS) {
                print(text, cell, cell);
                printer.printRecord(ExcelGuard.on(cell), ExcelGuard.on(cell));
            }
            text.flush();

            assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(expected.toString());
        }
    }

    @Test
    void noCellIsAFormula() throws IOException {
        CsvText text = new CsvText(bytes, StandardCharsets.UTF_8, FORMAT);
        for (String cell : List.of("=1", "+1", "-1", "@a", "\ta", "'=1", "'a", "a=1", "''@")) {
            print(text, cell, cell);
        }
        text.flush();

        assertThat(bytes.toString(StandardCharsets.UTF_8).split("\r\n"))
                .containsExactly(
                        "'=1,'=1",
                        "'+1,'+1",
                        "'-1,'-1",
                        "'@a,'@a",
                        "'\ta,'\ta",
                        "''=1,''=1",
                        "'a,'a",
                        "a=1,a=1",
                        "'''@,'''@");
    }

    @Test
    void anotherCharset() throws IOException {
        CsvText text = new CsvText(bytes, Charset.forName("GBK"), FORMAT);
        print(text, "客户", "a,b");
        text.flush();

        assertThat(bytes.toString(Charset.forName("GBK"))).isEqualTo("客户,\"a,b\"\r\n");
    }

    @Test
    void noCharacterIsTornWhereverOneEncodingEnds() throws IOException {
        int rows = 50_000;
        CsvText text = new CsvText(bytes, StandardCharsets.UTF_8, FORMAT);
        for (int row = 0; row < rows; row++) {
            print(text, EMOJI, "\"" + EMOJI);
        }
        text.flush();

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo((EMOJI + ",\"\"\"" + EMOJI + "\"\r\n").repeat(rows));
    }

    @Test
    void aCellLongerThanAnythingBefore() throws IOException {
        String cell = "客".repeat(200_000);
        CsvText text = new CsvText(bytes, StandardCharsets.UTF_8, FORMAT);
        print(text, cell, cell + "\"");
        text.flush();

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(cell + ",\"" + cell + "\"\"\"\r\n");
    }

    /** The first by its characters, in the midst of others; the second as well. */
    private static void print(CsvText text, String first, String second) throws IOException {
        text.cell(("x" + first + "x").toCharArray(), 1, first.length() + 1);
        text.cell(second.toCharArray(), 0, second.length());
        text.endRow();
    }
}
