package io.bitroutes.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves one request: receives it, lets the fault due have its way, answers. Safe for use by many threads. */
final class Counter implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Counter.class);
    private static final Map<String, String> JSON = Map.of("Content-Type", Json.CONTENT_TYPE);
    private static final Map<String, String> TEXT = Map.of("Content-Type", "text/plain");

    private final Reception reception;
    private final BackOffice backOffice;
    private final Faults faults;
    private final SandboxOptions options;

    Counter(Reception reception, BackOffice backOffice, Faults faults, SandboxOptions options) {
        this.reception = reception;
        this.backOffice = backOffice;
        this.faults = faults;
        this.options = options;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        // Closing an exchange that has no answer yet closes the connection: that is the reset.
        try (exchange) {
            serve(exchange);
        } catch (RuntimeException e) {
            // The server itself would drop the connection without a word.
            LOG.error("sandbox: {} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
            throw e;
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        Reception.Received received = reception.receive(exchange);
        waitFor(options.delay());
        Optional<Fault> fault = faults.on(received.request());
        if (fault.isPresent()) {
            fail(exchange, received, fault.get());
        } else {
            succeed(exchange, received);
        }
    }

    private void fail(HttpExchange exchange, Reception.Received received, Fault fault) throws IOException {
        if (fault instanceof Fault.Reply reply) {
            workIf(reply.applied(), received);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            send(exchange, reply.code(), reply.headers(), body, body.length);
        } else if (fault instanceof Fault.Reset reset) {
            workIf(reset.applied(), received);
        } else if (fault instanceof Fault.Truncated) {
            byte[] body = work(received).orElse(new byte[0]);
            send(exchange, 200, JSON, body, body.length / 2);
        } else if (fault instanceof Fault.Delay delay) {
            delay(exchange, received, delay);
        }
    }

    private void delay(HttpExchange exchange, Reception.Received received, Fault.Delay delay) throws IOException {
        if (!delay.applied()) {
            waitFor(delay.time());
            succeed(exchange, received);
            return;
        }
        Optional<byte[]> body = work(received);
        waitFor(delay.time());
        answer(exchange, body);
    }

    private void succeed(HttpExchange exchange, Reception.Received received) throws IOException {
        answer(exchange, work(received));
    }

    private static void answer(HttpExchange exchange, Optional<byte[]> envelope) throws IOException {
        if (envelope.isPresent()) {
            send(exchange, 200, JSON, envelope.get(), envelope.get().length);
        } else {
            byte[] body = "404 Not Found\n".getBytes(StandardCharsets.UTF_8);
            send(exchange, 404, TEXT, body, body.length);
        }
    }

    private void workIf(boolean applied, Reception.Received received) throws IOException {
        if (applied) {
            work(received);
        }
    }

    /** @return the envelope; empty if the path is unknown */
    private Optional<byte[]> work(Reception.Received received) throws IOException {
        if (received.call().isEmpty()) {
            return Optional.empty();
        }
        Answer answer = keyFits(received.request())
                ? backOffice.answer(received.call().get())
                : new Answer.Refused(SandboxStatus.KEY_REFUSED, "the header bitkey is missing or wrong");
        return Optional.of(new EnvelopeWriter(options).write(answer));
    }

    private boolean keyFits(ReceivedRequest request) {
        return request.header("bitkey").filter(options.bitkey()::equals).isPresent() && !faults.revokesKeyOf(request);
    }

    private static void send(HttpExchange exchange, int code, Map<String, String> headers, byte[] body, int written)
            throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(code, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            OutputStream answer = exchange.getResponseBody();
            answer.write(body, 0, written);
            answer.flush();
        }
    }

    private static void waitFor(Duration time) throws InterruptedIOException {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the sandbox is closing");
        }
    }
}
