package io.bitroutes.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CsvTextTest {
    private static final String EMOJI = "😀";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void piecesOfEveryKindInTheirOrder() throws IOException {
        try (Writer text = new CsvText(bytes, Charset.forName("GBK"))) {
            text.append("客户").append("[,]", 1, 2).append('"');
            text.write("xyz", 1, 1);
            text.write(new char[] {'a', 'b', 'c'}, 1, 2);
            text.write('\n');
        }

        assertThat(bytes.toString(Charset.forName("GBK"))).isEqualTo("客户,\"ybc\n");
    }

    @Test
    void noCharacterIsTornWhereverOneEncodingEnds() throws IOException {
        int characters = 100_000;
        try (Writer text = new CsvText(bytes, StandardCharsets.UTF_8)) {
            text.append('x');
            for (int count = 0; count < characters; count++) {
                text.append(EMOJI.charAt(0)).append(EMOJI.charAt(1));
            }
        }

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("x" + EMOJI.repeat(characters));
    }

    @Test
    void whatIsFlushedHasArrived() throws IOException {
        Writer text = new CsvText(bytes, StandardCharsets.UTF_8);
        text.append("a,b");
        text.flush();

        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("a,b");
    }
}
