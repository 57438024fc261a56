package io.bitroutes.record;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random records, written as JSON in a random shape, and what they say. */
final class RandomJson {
    private static final List<String> CHARSETS = List.of("UTF-8", "UTF-16LE", "UTF-16BE");
    private static final List<String> FIELDS = List.of("name", "city", "description");
    private static final List<String> PIECES =
            List.of("a", "007", " ", "\"", "\\", "\n", "\r\n", "{", "}", "[", ",", ":", "_", "中国", "é", "😀", "\t");
    private static final int MOST_ROWS = 20;
    private static final int MOST_PIECES = 8;

    private final Random random;
    final Charset charset;
    final boolean mark;
    final List<Map<String, Object>> rows = new ArrayList<>();
    final List<String> members = new ArrayList<>();
    final byte[] bytes;

    RandomJson(Random random) {
        this.random = random;
        this.charset = Charset.forName(any(CHARSETS));
        this.mark = !charset.name().equals("UTF-8") || random.nextBoolean();
        List<String> records = new ArrayList<>();
        for (int left = random.nextInt(MOST_ROWS); left > 0; left--) {
            records.add(record());
        }
        String shape =
                records.isEmpty() ? "[%s]" : any(List.of("%s", "[%s]", "{\"data\": {\"items\":[%s]}, \"x\": [1]}"));
        String between = shape.equals("%s") ? "\n" : any(List.of(",", " ,\r\n"));
        String text = (mark ? "\uFEFF" : "") + shape.formatted(String.join(between, records));
        this.bytes = text.getBytes(charset);
    }

    private String record() {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> written = new ArrayList<>();
        for (String field : FIELDS) {
            String value = field.equals("name") ? "n" + text() + "n" : text();
            values.put(field, value);
            written.add('"' + field + '"' + any(List.of(":", " : ")) + '"' + escaped(value) + '"');
        }
        rows.add(values);
        members.add(String.join(any(List.of(",", ", ")), written));
        return any(List.of("{", "{ ")) + members.get(members.size() - 1) + "}";
    }

    private String escaped(String value) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(value));
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(MOST_PIECES); left > 0; left--) {
            text.append(any(PIECES));
        }
        return text.toString();
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
