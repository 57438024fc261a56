package io.bitroutes.record;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import io.bitroutes.text.Texts;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Single records out of messages, letter by letter. */
class OriginalsTest {
    private static final Operation UPDATE = Operations.load().get("customers.update");
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final RecordFiles files = new RecordFiles(ReadingRules.DEFAULT, Texts.in("en"));

    @Test
    void elementsOfAnArrayKeepTheirSpacesAndOrder() throws Exception {
        assertThat(originals(
                        "[ {\"name\" : \"a\"} ,\n{\"city\":\"上海\",  \"name\":\"b\"}, {\"name\":\"\\u0063\"}]",
                        UTF_8,
                        2,
                        3))
                .containsExactly("{\"city\":\"上海\",  \"name\":\"b\"}", "{\"name\":\"\\u0063\"}");
    }

    @Test
    void jsonLinesAreFoundByTheirLine() throws Exception {
        assertThat(originals("{\"name\":\"a\"}\n\n{\"name\":\"b\"}\n{\"name\":\"c\"}", UTF_8, 3))
                .containsExactly("{\"name\":\"b\"}");
    }

    @Test
    void rowsComeBelowTheirHeaderWithQuotesAndLineEnds() throws Exception {
        assertThat(originals("name;city\r\na;x\r\n\"b;\"\"1\"\"\";\"x\r\ny\"\r\nc;z", UTF_8, 3, 4))
                .containsExactly("name;city\r\n\"b;\"\"1\"\"\";\"x\r\ny\"\r\n", "name;city\r\nc;z");
    }

    @Test
    void theCharsetAndItsMarkStay() throws Exception {
        assertThat(originals("name,city\n甲,上海\n乙,北京\n", GB18030, 3)).containsExactly("name,city\n乙,北京\n");
        assertThat(originals("\uFEFFname,city\n甲,上海\n乙,北京\n", UTF_16LE, 2)).containsExactly("\uFEFFname,city\n甲,上海\n");
        assertThat(originals("\uFEFF[{\"name\":\"甲\"},{\"name\":\"乙\"}]", UTF_8, 2))
                .containsExactly("\uFEFF{\"name\":\"乙\"}");
    }

    @Test
    void aBodyThatIsNotTheOneThatWasReadIsFoundOut() throws Exception {
        FileFormat format = format("[{\"name\":\"a\"},{\"name\":\"b\"}]".getBytes(UTF_8));

        assertThatThrownBy(() -> files.originals("[{\"name\":\"a\"}]".getBytes(UTF_8), format, List.of(2L)))
                .isInstanceOf(IllegalStateException.class);
    }

    private List<String> originals(String body, Charset charset, long... numbers) throws Exception {
        byte[] bytes = body.getBytes(charset);
        List<Long> wanted = Arrays.stream(numbers).boxed().toList();
        return files.originals(bytes, format(bytes), wanted).stream()
                .map(original -> new String(original, charset))
                .toList();
    }

    private FileFormat format(byte[] body) throws Exception {
        try (RecordReader reader = files.open(body, UPDATE)) {
            while (reader.next().isPresent()) {
                // The whole of it decides its format.
            }
            return reader.format();
        }
    }
}
