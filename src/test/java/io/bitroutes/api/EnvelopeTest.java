package io.bitroutes.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
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
    @ValueSource(
            strings = {
                "{\"status\": 0, \"status\": 1}",
                "{\"status\": 0, \"data\": {\"items\": [], \"items\": []}}",
                "{\"status\": 0, \"data\": {\"items\": [{\"name\": \"a\", \"name\": \"b\"}]}}",
                "{\"status\": 0, \"data\": {\"items\": [{}, {\"x\": [{\"a\": 1, \"a\": 1}]}]}}",
                "{\"status\": 0, \"data\": {\"items\": [{\"name\": \"a\"}]}, \"status\": 0}"
            })
    void nothingStandsThereTwice(String answer) {
        assertThatThrownBy(() -> read(answer)).isInstanceOf(NoEnvelopeException.class);
    }

    @Test
    void whatIsKeptOfAnItemStandsThereOnce() {
        String answer = "{\"status\": 0, \"data\": {\"items\": [{\"name\": \"a\", \"x\": 1, \"name\": \"b\"}]}}";

        assertThatThrownBy(() -> read(answer, ItemsKept.only("name"))).isInstanceOf(NoEnvelopeException.class);
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
    void onlyTheMemberThatIsWantedIsKept() throws IOException {
        String answer =
                "{\"data\": {\"items\": [{\"city\": {\"name\": \"x\"}, \"name\": \"a\"}, 3, {\"name\": 7}, {}]},"
                        + " \"status\": 0}";

        assertThat(read(answer, ItemsKept.only("name")).items().orElseThrow())
                .map(JsonNode::toString)
                .containsExactly("{\"name\":\"a\"}", "{}", "{\"name\":7}", "{}");
    }

    @Test
    void notMoreItemsAreKeptThanAreEverAskedFor() throws IOException {
        String answer = "{\"status\": 0, \"data\": {\"items\": [" + "{\"name\": \"a\"},".repeat(1500) + "{}]}}";

        assertThat(read(answer).items().orElseThrow()).hasSize(1000);
        assertThat(read(answer, ItemsKept.only("name")).items().orElseThrow()).hasSize(1000);
        assertThat(read(answer, ItemsKept.NONE).items().orElseThrow()).isEmpty();
    }

    @Test
    void aHugeAnswerIsReadOverOrNoEnvelopeButNeverKept() throws IOException {
        long huge = 4 * Runtime.getRuntime().maxMemory();

        assertThat(Envelope.read(new EndlessItems(huge), ItemsKept.only("name"))
                        .items()
                        .orElseThrow())
                .hasSize(1000);
        assertThatThrownBy(() -> Envelope.read(new EndlessItems(huge), ItemsKept.WHOLE))
                .isInstanceOf(NoEnvelopeException.class);
    }

    @Test
    void wordsWithoutEndAreCut() throws IOException {
        assertThat(read("{\"status\": 1, \"msg\": \"" + "x".repeat(5000) + "\"}")
                        .msg())
                .hasSize(2000);
    }

    @Test
    void aStreamThatBreaksIsNoMatterOfForm() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw new IOException("reset");
            }
        };

        assertThatThrownBy(() -> Envelope.read(broken))
                .isNotInstanceOf(NoEnvelopeException.class)
                .hasMessage("reset");
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

    private static Envelope read(String answer, ItemsKept kept) throws IOException {
        return Envelope.read(new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)), kept);
    }

    /** An envelope of that many bytes and more: items of a quarter of a megabyte. */
    private static final class EndlessItems extends InputStream {
        private static final byte[] HEAD = "{\"status\":0,\"data\":{\"items\":[".getBytes(StandardCharsets.UTF_8);
        private static final byte[] ITEM =
                ("{\"name\":\"a\",\"city\":\"" + "x".repeat(1 << 18) + "\"},").getBytes(StandardCharsets.UTF_8);
        private static final byte[] TAIL = "{}]}}".getBytes(StandardCharsets.UTF_8);

        private long left;
        private byte[] piece = HEAD;
        private int at;

        EndlessItems(long bytes) {
            this.left = bytes;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("a byte at a time");
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (at == piece.length && !next()) {
                return -1;
            }
            int taken = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, target, offset, taken);
            at += taken;
            return taken;
        }

        private boolean next() {
            if (piece == TAIL) {
                return false;
            }
            at = 0;
            piece = left > 0 ? ITEM : TAIL;
            left -= ITEM.length;
            return true;
        }
    }
}
