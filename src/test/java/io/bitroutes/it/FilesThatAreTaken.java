package io.bitroutes.it;

import static io.bitroutes.it.CustomerFile.DELETE;
import static io.bitroutes.it.CustomerFile.REPLACE;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Files that are taken, what the receipt says about them, and the rows that come back. */
final class FilesThatAreTaken {
    private static final String UPSERT = "datas.upsert";
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String CHINESE = "授权码,配置项名称,配置项值\r\n%1$s,颜色,红\r\n%1$s,主题,深色的主题\r\n";
    private static final String ENGLISH = "sn,name,value\n%1$s,color,red\n%1$s,theme,\"dark, or not\"\n";

    /**
     * What becomes of a file.
     *
     * @param charset as the receipt names it
     * @param delimiter as the receipt names it; null for JSON
     * @param confirmed how many rows landed
     * @param returned the rows that came back, with the five columns in front; without a key nothing went out for them
     */
    record Taken(DroppedFile file, String charset, String delimiter, int confirmed, List<String> returned) {
        int rows() {
            return confirmed + returned.size();
        }

        @Override
        public String toString() {
            return file.toString();
        }
    }

    private FilesThatAreTaken() {}

    static Stream<Taken> all() {
        return Stream.of(charsets(), delimiters(), json(), rowsThatComeBack()).flatMap(files -> files);
    }

    private static Stream<Taken> charsets() {
        return Stream.of(
                csv(DroppedFile.in(Charset.forName("GBK"), UPSERT, "gbk.csv", CHINESE.formatted("gbk")), "GB18030"),
                csv(DroppedFile.in(GB18030, UPSERT, "gb18030.csv", CHINESE.formatted("gb18030")), "GB18030"),
                csv(DroppedFile.utf8(UPSERT, "utf8.csv", CHINESE.formatted("utf8")), "UTF-8"),
                csv(marked(StandardCharsets.UTF_8, "utf8-marked.csv"), "UTF-8"),
                csv(marked(StandardCharsets.UTF_16LE, "utf16le.csv"), "UTF-16LE"),
                csv(marked(StandardCharsets.UTF_16BE, "utf16be.txt"), "UTF-16BE"));
    }

    private static Stream<Taken> delimiters() {
        return Stream.of(
                delimited("semicolon.csv", ";"),
                delimited("tab.txt", "\t"),
                delimited("pipe.csv", "|"),
                csv(english("cr.csv", ENGLISH.replace('\n', '\r')), "UTF-8"),
                csv(english("NO-LAST-END.CSV", ENGLISH.stripTrailing()), "UTF-8"),
                csv(english("zipped.csv", ENGLISH).compressed(), "UTF-8"));
    }

    private static Stream<Taken> json() {
        String two =
                "{\"sn\":\"%1$s\",\"name\":\"color\",\"value\":\"红\"}\n{\"sn\":\"%1$s\",\"name\":\"size\",\"status\":0}\n";
        String array = "[" + two.strip().replace("\n", ",\n") + "]";
        return Stream.of(
                json(english("lines.jsonl", two), 2),
                json(english("lines-named.json", two), 2),
                json(english("array.json", array), 2),
                json(english("zipped-array.json", array).compressed(), 2),
                json(english("one.json", two.substring(0, two.indexOf('\n'))), 1),
                json(DroppedFile.utf8(REPLACE, "answer.json", """
                        {"status":0,"msg":"ok","data":{"total":7,"items":[
                        {"name":"answer","city":"北京","regDate":"2026-11-22 10:00:00"},{"name":"answer 2"}]}}"""), 2));
    }

    private static Stream<Taken> rowsThatComeBack() {
        return Stream.of(
                new Taken(
                        english("excel.csv", "sn,name,value\n%1$s,a,1.38E+10\n%1$s,b,13800000000\n%1$s,c,007\n"),
                        "UTF-8",
                        ",",
                        2,
                        List.of("2,INVALID,,'value' is '1.38E+10': Excel has shortened a long number;"
                                + " format the column as text and enter it again,,excel,a,1.38E+10")),
                new Taken(
                        DroppedFile.utf8(DELETE, "delete-cut.csv", "name\nold\ndelete-cut"),
                        "UTF-8",
                        ",",
                        1,
                        List.of("3,INVALID,,\"the last line has no line end, so the name in it may be cut off;"
                                + " check it and end the line\",,delete-cut")));
    }

    private static DroppedFile marked(Charset charset, String name) {
        return DroppedFile.marked(charset, UPSERT, name, CHINESE.formatted(name.substring(0, name.indexOf('.'))));
    }

    private static DroppedFile english(String name, String text) {
        return DroppedFile.utf8(UPSERT, name, text.formatted(name.substring(0, name.indexOf('.'))));
    }

    private static Taken delimited(String name, String delimiter) {
        String text = "sn,name,value\n%1$s,color,red\n%1$s,theme,dark\n".replace(",", delimiter);
        return new Taken(english(name, text), "UTF-8", delimiter, 2, List.of());
    }

    private static Taken csv(DroppedFile file, String charset) {
        return new Taken(file, charset, ",", 2, List.of());
    }

    private static Taken json(DroppedFile file, int records) {
        return new Taken(file, "UTF-8", null, records, List.of());
    }
}
