package io.bitroutes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpMethods;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {
    private static final Instant NOW = Instant.parse("2026-11-22T02:15:00Z");

    private final Wire wire = new Wire(() -> "the-key-1");
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    @Test
    void aWriteCarriesItsBodyKeyAndId() {
        write(Clients.REQUEST);

        assertThat(header("CamelHttpMethod")).isEqualTo(HttpMethods.POST);
        assertThat(header("CamelHttpPath")).isEqualTo("/customers");
        assertThat(header("CamelHttpRawQuery")).isNull();
        assertThat(header("bitkey")).isEqualTo("the-key-1");
        assertThat(header("x-bit-req-id")).isEqualTo("id-1");
        assertThat(header("Content-Type")).isEqualTo("application/json");
        assertThat(exchange.getMessage().getBody())
                .isSameAs(Clients.REQUEST.body().bytes());
    }

    @Test
    void aReadHasNeitherBodyNorId() {
        write(ApiRequest.get("/customers?offset=0&limit=1"));

        assertThat(header("CamelHttpMethod")).isEqualTo(HttpMethods.GET);
        assertThat(header("CamelHttpPath")).isEqualTo("/customers");
        assertThat(header("CamelHttpRawQuery")).isEqualTo("offset=0&limit=1");
        assertThat(header("x-bit-req-id")).isNull();
        assertThat(header("Content-Type")).isNull();
        assertThat(exchange.getMessage().getBody()).isNull();
    }

    @Test
    void nothingElseLeaves() {
        exchange.getMessage().setHeader("CamelHttpUri", "http://elsewhere");
        exchange.getMessage().setHeader("secret", "of the file");

        write(Clients.REQUEST);

        assertThat(exchange.getMessage().getHeaders()).doesNotContainKeys("CamelHttpUri", "secret");
    }

    @Test
    void anEnvelopeIsRead() throws IOException {
        Answer answer = read(200, "{\"status\":3,\"msg\":\"no\"}");

        assertThat(answer.summary()).isEqualTo("HTTP 200, status 3 no");
        assertThat(answer.retryAfter()).isEmpty();
    }

    @Test
    void aKeyThatTheServerEchoesIsHidden() throws IOException {
        write(Clients.REQUEST);

        assertThat(read(200, "{\"status\":401,\"msg\":\"no account for the-key-1 (the-key-1)\"}")
                        .summary())
                .isEqualTo("HTTP 200, status 401 no account for [key] ([key])");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html></html>", "{\"status\":0,\"data\":{\"ite", "{\"msg\":\"no status\"}", "[]"})
    void whatIsNoEnvelopeIsBare(String body) throws IOException {
        assertThat(read(502, body)).isEqualTo(Answers.bare(502));
    }

    @Test
    void anAnswerWithoutBodyIsBare() throws IOException {
        exchange.getMessage().setHeader("CamelHttpResponseCode", 204);

        wire.read(exchange);

        assertThat(exchange.getMessage().getBody()).isEqualTo(Answers.bare(204));
    }

    @Test
    void whatTheServerAsksForIsRead() throws IOException {
        exchange.getMessage().setHeader("Retry-After", "7");

        assertThat(read(429, "").retryAfter()).contains(Duration.ofSeconds(7));
    }

    @Test
    void aConnectionThatBreaksIsNoAnswerWhateverTheCode() {
        exchange.getMessage().setHeader("CamelHttpResponseCode", 400);
        exchange.getMessage().setBody(new BreaksOff());

        assertThatThrownBy(() -> wire.read(exchange))
                .isInstanceOf(IOException.class)
                .hasMessage("reset");
    }

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "120, PT2M",
        "' 5 ', PT5S",
        "'Sun, 22 Nov 2026 02:16:30 GMT', PT1M30S",
        "'Sun, 22 Nov 2026 02:14:00 GMT', PT-1M"
    })
    void secondsAndDatesAreUnderstood(String header, Duration wait) {
        assertThat(Wire.retryAfter(header, NOW)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1.5", "99999999999999999999", "2026-11-22"})
    void anythingElseIsTakenAsNotGiven(String header) {
        assertThat(Wire.retryAfter(header, NOW)).isEqualTo(Optional.empty());
    }

    private void write(ApiRequest request) {
        exchange.getMessage().setBody(request);
        wire.write(exchange);
    }

    private Answer read(int http, String body) throws IOException {
        exchange.getMessage().setHeader("CamelHttpResponseCode", http);
        exchange.getMessage().setBody(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
        wire.read(exchange);
        return exchange.getMessage().getBody(Answer.class);
    }

    private Object header(String name) {
        return exchange.getMessage().getHeader(name);
    }

    private static final class BreaksOff extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("reset");
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            throw new IOException("reset");
        }
    }
}
