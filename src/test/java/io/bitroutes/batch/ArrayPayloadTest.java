package io.bitroutes.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrayPayloadTest {
    private static final String RECORDS = """
            [{"name":"甲","city":"上海 \\"浦东\\" \\\\ ]},{["},{"city":"","name":"b\\u00e9\\n"},{"name":"😀","status":2},{"name":"d"}]""";

    private static final String NAMES = """
            ["主题","a\\"b\\\\","😀,[]","d"]""";

    @Test
    void keysAreUnescaped() throws IOException {
        ArrayPayload payload = payload(RECORDS);

        assertThat(payload.size()).isEqualTo(4);
        assertThat(keys(payload)).containsExactly("甲", "bé\n", "😀", "d");
    }

    @Test
    void namesNameThemselves() throws IOException {
        assertThat(keys(payload(NAMES))).containsExactly("主题", "a\"b\\", "😀,[]", "d");
    }

    @Test
    void theWholeIsTheArrayItself() throws IOException {
        byte[] array = NAMES.getBytes(StandardCharsets.UTF_8);

        assertThat(ArrayPayload.of("/p", "", array, "name").body(0, 3)).isSameAs(array);
    }

    @Test
    void everySliceIsThatPartOfTheArray() throws IOException {
        for (String text : List.of(RECORDS, NAMES)) {
            ArrayPayload payload = payload(text);
            JsonNode whole = read(text.getBytes(StandardCharsets.UTF_8));
            for (int first = 0; first < payload.size(); first++) {
                for (int last = first; last < payload.size(); last++) {
                    assertIsPart(read(payload.body(first, last)), whole, first, last);
                }
            }
        }
    }

    @Test
    void slicesKeepTheirBytes() throws IOException {
        assertThat(payload(NAMES).body(1, 2)).asString(StandardCharsets.UTF_8).isEqualTo("""
                ["a\\"b\\\\","😀,[]"]""");
    }

    @Test
    void pathAndScopeAreThoseOfAll() throws IOException {
        ArrayPayload payload = payload(NAMES);

        assertThat(payload.path(3)).isEqualTo("/sns/A/datas");
        assertThat(payload.scope(3)).isEqualTo("A");
    }

    private static void assertIsPart(JsonNode part, JsonNode whole, int first, int last) {
        assertThat(part).hasSize(last - first + 1);
        for (int index = 0; index < part.size(); index++) {
            assertThat(part.get(index)).isEqualTo(whole.get(first + index));
        }
    }

    private static ArrayPayload payload(String json) throws IOException {
        return ArrayPayload.of("/sns/A/datas", "A", json.getBytes(StandardCharsets.UTF_8), "name");
    }

    private static List<String> keys(ArrayPayload payload) {
        return IntStream.range(0, payload.size())
                .mapToObj(position -> payload.keys(position).get(0))
                .toList();
    }

    private static JsonNode read(byte[] json) throws IOException {
        return new JsonMapper().readTree(json);
    }
}
