package io.bitroutes.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxTest extends SandboxTestBase {
    @Test
    void theKeyMustFit() throws Exception {
        assertRefused(client.withoutKey().get("/customers"), SandboxStatus.KEY_REFUSED);
        assertRefused(client.withoutKey().with("bitkey", "no").get("/customers"), SandboxStatus.KEY_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/customer", "/customers/", "/customers/customer", "/sns/S/data", "/products/a/b"})
    void anUnknownPathIsAPlainNotFound(String path) throws Exception {
        Client.Reply reply = client.get(path);

        assertThat(reply.code()).isEqualTo(404);
        assertThat(reply.json()).isNull();
    }

    @Test
    void anUnknownMethodIsAPlainNotFound() throws Exception {
        assertThat(client.send("PUT", "/customers", "[]").code()).isEqualTo(404);
    }

    @Test
    void requestsAreKept() throws Exception {
        start(SandboxOptions.defaults().withKeepBodies(true));
        assertDone(client.with("x-bit-req-id", "7").post("/sns/S%2F1/datas?x=%20", "[{'name':'a'},{'name':'b'}]"));

        ReceivedRequest request = sandbox.requests().get(0);

        assertThat(request.number()).isEqualTo(1);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/sns/S%2F1/datas?x=%20");
        assertThat(request.is("datas.upsert")).isTrue();
        assertThat(request.records()).isEqualTo(2);
        assertThat(request.requestId()).contains("7");
        assertThat(request.header("BITKEY")).contains("sandbox");
        assertThat(request.body()).contains("[{\"name\":\"a\"},{\"name\":\"b\"}]");
        assertThat(request.bodyLength()).isEqualTo(27);
        assertThat(sandbox.oracle())
                .extracting(AppliedRecord::key, AppliedRecord::requestId)
                .containsExactly(tuple("S/1/a", Optional.of("7")), tuple("S/1/b", Optional.of("7")));
    }

    @Test
    void keepingCanBeSwitchedOff() throws Exception {
        start(SandboxOptions.defaults().withKeepRequests(false).withKeepOracle(false));

        assertDone(client.post("/customers", "[{'name':'a'}]"));

        assertThat(sandbox.requests()).isEmpty();
        assertThat(sandbox.oracle()).isEmpty();
    }

    @Test
    void numbersGoOnAfterClearing() throws Exception {
        assertDone(client.get("/customers"));
        sandbox.clearRequests();
        assertDone(client.get("/customers"));

        assertThat(sandbox.requests()).extracting(ReceivedRequest::number).containsExactly(2L);
    }

    @Test
    void everyRequestCanBeDelayed() throws Exception {
        start(SandboxOptions.defaults().withDelay(Duration.ofMillis(30)));
        long begin = System.nanoTime();

        assertDone(client.get("/customers"));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(30));
    }

    @Test
    void manyAtOnceAreAllApplied() {
        List<CompletableFuture<HttpResponse<String>>> running = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            running.add(client.http()
                    .sendAsync(
                            client.request("POST", "/customers", "[{'name':'c" + number + "'},{'name':'all'}]"),
                            HttpResponse.BodyHandlers.ofString()));
        }

        assertThat(running).allMatch(answer -> answer.join().statusCode() == 200);
        assertThat(sandbox.state().customerCount()).isEqualTo(201);
        assertThat(sandbox.oracle()).hasSize(400);
    }

    @Test
    void aTakenPortIsSaid() {
        assertThatThrownBy(() -> Sandbox.start(
                        SandboxOptions.defaults().withPort(sandbox.baseUrl().getPort())))
                .isInstanceOf(IOException.class);
    }
}
