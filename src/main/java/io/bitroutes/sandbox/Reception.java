package io.bitroutes.sandbox;

import com.sun.net.httpserver.HttpExchange;
import io.bitroutes.api.Operation;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Reads a request to its end, notes it, and finds out what it means. Safe for use by many threads. */
final class Reception {
    static final String BASE_PATH = "/bitanswer/api";

    private final Router router;
    private final RequestLog log;
    private final SandboxOptions options;

    Reception(Router router, RequestLog log, SandboxOptions options) {
        this.router = router;
        this.log = log;
        this.options = options;
    }

    /** A request, and what it means if it means anything. */
    record Received(ReceivedRequest request, Optional<Call> call) {}

    Received receive(HttpExchange exchange) throws IOException {
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        Json.Body body = Json.read(bytes);
        Optional<Router.Route> route = route(exchange, body);
        ReceivedRequest request = log.add(number -> noted(number, exchange, bytes, body, route));
        Map<String, String> parameters =
                RawPath.parameters(exchange.getRequestURI().getRawQuery());
        return new Received(
                request, route.map(found -> new Call(request, found.operation(), found.variables(), parameters, body)));
    }

    private Optional<Router.Route> route(HttpExchange exchange, Json.Body body) {
        String path = exchange.getRequestURI().getRawPath();
        Predicate<Operation> preferred = operation -> operation.body() != Operation.Body.QUERY || asksTheQuery(body);
        return path.startsWith(BASE_PATH + "/")
                ? router.find(exchange.getRequestMethod(), path.substring(BASE_PATH.length()), preferred)
                : Optional.empty();
    }

    private boolean asksTheQuery(Json.Body body) {
        return options.has(Quirks.DATA_IS_THE_QUERY)
                || body.json()
                        .map(node -> node.isEmpty() || node.has("querys") || node.has("sorts"))
                        .orElse(true);
    }

    private ReceivedRequest noted(
            long number, HttpExchange exchange, byte[] bytes, Json.Body body, Optional<Router.Route> route) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(exchange.getRequestHeaders());
        return new ReceivedRequest(
                number,
                Instant.now(),
                exchange.getRequestMethod(),
                belowBase(exchange.getRequestURI()),
                route.map(found -> found.operation().id()),
                Collections.unmodifiableMap(headers),
                body.records(),
                bytes.length,
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("x-bit-req-id")),
                fingerprint(exchange, bytes),
                options.keepBodies() ? Optional.of(new String(bytes, StandardCharsets.UTF_8)) : Optional.empty());
    }

    private static String belowBase(URI uri) {
        String path = uri.getRawPath();
        String below = path.startsWith(BASE_PATH) ? path.substring(BASE_PATH.length()) : path;
        return uri.getRawQuery() == null ? below : below + "?" + uri.getRawQuery();
    }

    private static long fingerprint(HttpExchange exchange, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String call = exchange.getRequestMethod() + " " + belowBase(exchange.getRequestURI()) + "\n";
            digest.update(call.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest.digest(body)).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
