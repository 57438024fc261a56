package io.bitroutes.record;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A random table, written in a random dialect, and what it says. */
final class RandomCsv {
    private static final List<String> CHARSETS = List.of("UTF-8", "UTF-16LE", "UTF-16BE", "GB18030");
    private static final List<String> LINE_ENDS = List.of("\n", "\r\n", "\r");
    private static final List<String> TITLES = List.of("客户名", "City", " mobileNumber ", "说明", "referenceId");
    private static final List<String> FIELDS = List.of("name", "city", "mobileNumber", "description", "referenceId");
    private static final List<String> PIECES = List.of(
            "a", "Z", "0", "007", "+86", " ", "  ", "'", "\"", "\"\"", ",", ";", "\t", "|", "\n", "\r", "\r\n", "\\",
            "_", "#", "=", "中", "国", "公司", "啊", "（", "。");
    private static final List<String> BEYOND = List.of("é", "😀", "ß", "\u2028", "鎔");
    private static final int MOST_ROWS = 30;

    /** Fewer than it takes for a line within a cell to look like a row. */
    private static final int MOST_PIECES = 6;

    private final Random random;
    final Charset charset;
    final char delimiter;
    final String lineEnd;
    final boolean mark;
    final Map<Integer, Map<String, Object>> rows = new LinkedHashMap<>();
    final Map<Integer, byte[]> rowBytes = new LinkedHashMap<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private byte[] header;

    RandomCsv(Random random) {
        this.random = random;
        this.charset = Charset.forName(any(CHARSETS));
        this.delimiter = any(List.of(',', ';', '\t', '|'));
        this.lineEnd = any(LINE_ENDS);
        this.mark = charset.name().startsWith("UTF-16") || (charset.name().equals("UTF-8") && random.nextBoolean());
        write();
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** What goes back when these rows are returned, each behind its five columns with the number shown for it. */
    byte[] returned(List<Integer> numbers, List<Integer> shown, List<String> front) {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        target.writeBytes((charset.name().startsWith("UTF-") ? "\uFEFF" : "").getBytes(charset));
        String titles = String.join(String.valueOf(delimiter), ReturnedRow.NAMES) + delimiter;
        target.writeBytes(titles.getBytes(charset));
        target.writeBytes(header);
        for (int index = 0; index < numbers.size(); index++) {
            String cells = shown.get(index) + String.join(String.valueOf(delimiter), front) + delimiter;
            target.writeBytes(cells.getBytes(charset));
            target.writeBytes(rowBytes.get(numbers.get(index)));
        }
        return target.toByteArray();
    }

    private void write() {
        bytes.writeBytes((mark ? "\uFEFF" : "").getBytes(charset));
        header = line(TITLES, true);
        bytes.writeBytes(header);
        int count = random.nextInt(MOST_ROWS);
        int number = 1;
        for (int index = 0; index < count; index++) {
            for (number++; random.nextInt(10) == 0; number++) {
                bytes.writeBytes(lineEnd.getBytes(charset));
            }
            boolean ended = index < count - 1 || random.nextBoolean();
            writeRow(number, ended);
        }
    }

    private void writeRow(int number, boolean ended) {
        List<String> cells = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        for (String field : FIELDS) {
            String cell = field.equals("name") ? any(List.of("", " ", "\u3000")) + "名" + number + text() : text();
            cells.add(cell);
            String meant = ExcelGuard.off(cell);
            String stored = field.equals("name") ? meant.strip() : meant;
            if (!stored.isEmpty()) {
                values.put(field, stored);
            }
        }
        byte[] line = line(cells, ended);
        rows.put(number, values);
        rowBytes.put(number, line);
        bytes.writeBytes(line);
    }

    private byte[] line(List<String> cells, boolean ended) {
        List<String> written = cells.stream().map(this::quoted).toList();
        return (String.join(String.valueOf(delimiter), written) + (ended ? lineEnd : "")).getBytes(charset);
    }

    private String quoted(String cell) {
        boolean needed = cell.chars().anyMatch(character -> "\n\r".indexOf(character) >= 0 || character == delimiter);
        return needed || cell.startsWith("\"") || random.nextInt(4) == 0
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(MOST_PIECES); left > 0; left--) {
            boolean beyond = charset.name().startsWith("UTF") && random.nextInt(4) == 0;
            text.append(any(beyond ? BEYOND : PIECES));
        }
        return text.toString();
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
