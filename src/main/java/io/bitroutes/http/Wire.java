package io.bitroutes.http;

import io.bitroutes.api.Envelope;
import io.bitroutes.api.ItemsKept;
import io.bitroutes.api.NoEnvelopeException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.http.HttpConstants;
import org.apache.camel.component.http.HttpMethods;
import org.apache.hc.core5.http.io.EofSensorInputStream;

/** The two ends of the {@code call} route: what a request looks like on the wire, and what an answer says. */
public final class Wire {
    static final String KEY = "bitkey";
    static final String REQUEST_ID = "x-bit-req-id";
    private static final String RETRY_AFTER = "Retry-After";
    private static final String KEPT = "bitanswerItemsKept";

    private final Supplier<String> key;

    /** @param key the BitAnswer key, asked for at every request */
    public Wire(Supplier<String> key) {
        this.key = key;
    }

    /** Turns the request in the body into the headers and bytes that camel-http sends. */
    public void write(Exchange exchange) {
        Message message = exchange.getMessage();
        ApiRequest request = message.getBody(ApiRequest.class);
        int query = request.path().indexOf('?');
        message.removeHeaders("*");
        message.setHeader(HttpConstants.HTTP_METHOD, HttpMethods.valueOf(request.method()));
        message.setHeader(
                HttpConstants.HTTP_PATH,
                query < 0 ? request.path() : request.path().substring(0, query));
        message.setHeader(
                HttpConstants.HTTP_RAW_QUERY, query < 0 ? null : request.path().substring(query + 1));
        String value = key.get();
        SentKey.remember(exchange, value);
        exchange.setProperty(KEPT, request.kept());
        message.setHeader(KEY, value);
        message.setHeader(REQUEST_ID, request.requestId().isEmpty() ? null : request.requestId());
        byte[] body = request.body().bytes();
        message.setHeader(Exchange.CONTENT_TYPE, body.length == 0 ? null : "application/json");
        message.setBody(body.length == 0 ? null : body);
    }

    /**
     * Reads the answer from its stream.
     *
     * @throws IOException if the connection breaks while it is read
     */
    public void read(Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        int http = message.getHeader(HttpConstants.HTTP_RESPONSE_CODE, Integer.class);
        Optional<Duration> retryAfter = retryAfter(message.getHeader(RETRY_AFTER, String.class), Instant.now());
        InputStream body = message.getBody(InputStream.class);
        Answer answer = answer(exchange, http, body == null ? InputStream.nullInputStream() : body, retryAfter);
        message.removeHeaders("*");
        message.setBody(answer);
    }

    private static Answer answer(Exchange exchange, int http, InputStream body, Optional<Duration> retryAfter)
            throws IOException {
        try {
            Envelope read = Envelope.read(body, exchange.getProperty(KEPT, ItemsKept.WHOLE, ItemsKept.class));
            String words = SentKey.hide(exchange, read.msg());
            return new Answer.Enveloped(http, new Envelope(read.status(), words, read.items()), retryAfter);
        } catch (NoEnvelopeException isBare) {
            leave(body);
            return new Answer.Bare(http, retryAfter);
        }
    }

    /** Closes the connection: at the end of the exchange, Camel would wait for what is left of the answer, however long. */
    private static void leave(InputStream body) throws IOException {
        if (body instanceof EofSensorInputStream unread) {
            unread.abort();
        }
    }

    /** The header's wait: seconds, or until a date. Anything else is taken as not given. */
    static Optional<Duration> retryAfter(String header, Instant now) {
        if (header == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.ofSeconds(Long.parseLong(header.strip())));
        } catch (NumberFormatException notSeconds) {
            return untilDate(header.strip(), now);
        }
    }

    private static Optional<Duration> untilDate(String date, Instant now) {
        try {
            return Optional.of(Duration.between(now, ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }
}
