package io.bitroutes.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came in. Immutable. Its headers hold the key: not for logs.
 *
 * @param number 1 for the first request of the sandbox, and so on
 * @param receivedAt when it had come in whole, by the real clock
 * @param method the HTTP method
 * @param path the raw path below the base URL, still encoded, with its query
 * @param operation the id of the operation it means; empty for an unknown path
 * @param headers the headers, found whatever the case of their names
 * @param records the number of records in the body: the items of an array, 1 for an object, else 0
 * @param bodyLength the number of bytes of the body
 * @param requestId the header {@code x-bit-req-id}
 * @param fingerprint of method, path and body: tells apart two requests under one request id
 * @param body the body as text, when {@link SandboxOptions#keepBodies} is set
 */
public record ReceivedRequest(
        long number,
        Instant receivedAt,
        String method,
        String path,
        Optional<String> operation,
        Map<String, List<String>> headers,
        int records,
        int bodyLength,
        Optional<String> requestId,
        long fingerprint,
        Optional<String> body) {

    /** Whether it is a call of that operation. */
    public boolean is(String operationId) {
        return operation.filter(operationId::equals).isPresent();
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }
}
