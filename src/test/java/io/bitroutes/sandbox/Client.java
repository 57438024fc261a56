package io.bitroutes.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Calls a sandbox as a stranger would: over HTTP, with a key. */
record Client(HttpClient http, String base, List<String> headers) {

    static Client of(Sandbox sandbox) {
        return new Client(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(),
                sandbox.baseUrl().toString(),
                List.of("bitkey", "sandbox"));
    }

    /** The HTTP code, and the body where it is JSON. */
    record Reply(int code, String body, JsonNode json) {
        int status() {
            return json.path("status").asInt(-1);
        }

        String msg() {
            return json.path("msg").asText();
        }

        JsonNode items() {
            return json.path("data").path("items");
        }

        JsonNode item() {
            return items().path(0);
        }

        List<String> values(String field) {
            return items().findValuesAsText(field);
        }
    }

    Client with(String... header) {
        List<String> more = new ArrayList<>(headers);
        more.addAll(List.of(header));
        return new Client(http, base, more);
    }

    Client withoutKey() {
        return new Client(http, base, List.of());
    }

    Reply get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    Reply post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, body);
    }

    Reply patch(String path, String body) throws IOException, InterruptedException {
        return send("PATCH", path, body);
    }

    Reply delete(String path, String body) throws IOException, InterruptedException {
        return send("DELETE", path, body);
    }

    Reply send(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request(method, path, body), HttpResponse.BodyHandlers.ofString());
        return new Reply(
                response.statusCode(),
                response.body(),
                Json.read(response.body().getBytes(StandardCharsets.UTF_8))
                        .json()
                        .orElse(null));
    }

    HttpRequest request(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
        return (headers.isEmpty() ? request : request.headers(headers.toArray(new String[0]))).build();
    }
}
