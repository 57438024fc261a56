package io.bitroutes.deliver;

import io.bitroutes.api.Envelope;
import io.bitroutes.api.Operations;
import io.bitroutes.gate.Gate;
import io.bitroutes.http.Answer;
import io.bitroutes.http.ApiClient;
import io.bitroutes.http.ApiRequest;
import io.bitroutes.http.Backoff;
import io.bitroutes.http.Places;
import io.bitroutes.http.Rate;
import io.bitroutes.http.Statuses;
import io.bitroutes.http.Transport;
import io.bitroutes.text.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Sends over real HTTP without Camel. */
public record HttpTransport(HttpClient http, URI base, String key) implements Transport {

    public static HttpTransport to(URI base) {
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new HttpTransport(http, base, "sandbox");
    }

    /** What calls that server with two quick tries. */
    public static ApiClient client(URI server, Gate gate) {
        return new ApiClient(
                to(server),
                gate,
                new Places(64, gate),
                new Rate(0, gate),
                new Backoff(2, Duration.ofMillis(2), Duration.ofMillis(4)),
                new Statuses(Set.of(), Set.of(), Set.of()),
                Operations.load().get("customers.list"),
                Texts.in("en"));
    }

    @Override
    public Answer exchange(ApiRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(onTheWire(request), HttpResponse.BodyHandlers.ofByteArray());
            return answer(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Answer.Missing(e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Missing(e.toString());
        }
    }

    private HttpRequest onTheWire(ApiRequest request) {
        byte[] body = request.body().bytes();
        HttpRequest.Builder wire = HttpRequest.newBuilder(URI.create(base + request.path()))
                .header("bitkey", key)
                .method(
                        request.method(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        return (request.requestId().isEmpty() ? wire : wire.header("x-bit-req-id", request.requestId())).build();
    }

    private static Answer answer(int http, byte[] body) {
        try {
            return new Answer.Enveloped(http, Envelope.read(new ByteArrayInputStream(body)), Optional.empty());
        } catch (IOException notAnEnvelope) {
            return new Answer.Bare(http, Optional.empty());
        }
    }
}
