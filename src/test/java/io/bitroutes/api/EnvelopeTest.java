package io.bitroutes.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    @Test
    void wholeAnswer() throws IOException {
        Envelope envelope =
                read("{\"status\": 0, \"msg\": \"成功\", \"data\": {\"total\": 1, \"items\": [{\"name\": \"a\"}]}}");

        assertThat(envelope.done()).isTrue();
        assertThat(envelope.msg()).isEqualTo("成功");
        assertThat(envelope.items().orElseThrow())
                .extracting(item -> item.path("name").asText())
                .containsExactly("a");
    }

    @Test
    void refusal() throws IOException {
        assertThat(read("{\"status\": -3, \"msg\": \"duplicate\"}").done()).isFalse();
        assertThat(read("{\"status\": 5000000000}").status()).isEqualTo(5_000_000_000L);
    }

    @ParameterizedTest
    @CsvSource({"'\"text\"', text", "17, 17", "1.5, 1.5", "null, ''", "'\"\"', ''", "true, true"})
    void msgInAnyForm(String json, String msg) throws IOException {
        assertThat(read("{\"status\": 1, \"msg\": " + json + "}").msg()).isEqualTo(msg);
    }

    @Test
    void msgMissing() throws IOException {
        assertThat(read("{\"status\": 1}").msg()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status\": 0}",
                "{\"status\": 0, \"data\": null}",
                "{\"status\": 0, \"data\": {}}",
                "{\"status\": 0, \"data\": {\"total\": 3}}",
                "{\"status\": 0, \"data\": {\"items\": null}}",
                "{\"status\": 0, \"data\": {\"items\": {}}}",
                "{\"status\": 0, \"data\": \"\"}"
            })
    void itemsAbsent(String answer) throws IOException {
        assertThat(read(answer).items()).isEmpty();
    }

    @Test
    void itemsWithoutTotalAndNoItemAtAll() throws IOException {
        assertThat(read("{\"status\": 0, \"data\": {\"items\": [{}, {}]}}")
                        .items()
                        .orElseThrow())
                .hasSize(2);
        assertThat(read("{\"status\": 0, \"data\": {\"items\": []}}").items().orElseThrow())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "{}",
                "[]",
                "null",
                "0",
                "{\"msg\": \"no status\"}",
                "{\"status\": null}",
                "{\"status\": \"0\"}",
                "{\"status\": 0.5}",
                "{\"status\": true}"
            })
    void noEnvelope(String answer) {
        assertThatThrownBy(() -> read(answer))
                .isInstanceOf(IOException.class)
                .hasMessage("the answer is not an envelope: no integer 'status'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>502 Bad Gateway</body></html>",
                "{\"status\": 0, \"data\": {\"items\": [{\"name\": \"a\"}",
                "{\"status\": 0",
                "{\"status\": 0} trailing",
                "{\"status\": 0}{\"status\": 1}",
                "{\"status\": 0, \"status\": 1}"
            })
    void brokenJson(String answer) {
        assertThatThrownBy(() -> read(answer)).isInstanceOf(IOException.class);
    }

    @Test
    void streamStaysOpen() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream answer = new ByteArrayInputStream("{\"status\": 0}".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        Envelope.read(answer);

        assertThat(closed).isFalse();
    }

    private static Envelope read(String answer) throws IOException {
        return Envelope.read(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)));
    }
}
