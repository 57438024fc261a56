package io.bitroutes.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultsTest extends SandboxTestBase {
    private static final String BODY = "[{'name':'a'}]";

    @Test
    void faultsAreUsedUpInOrder() throws Exception {
        sandbox.faults().next(2, Fault.http(503));
        sandbox.faults().next(Fault.html(502));

        assertThat(codes(4)).containsExactly(503, 503, 502, 200);
        assertThat(sandbox.requests()).hasSize(4);
    }

    @Test
    void everySoManiethFailsUntilCleared() throws Exception {
        sandbox.faults().every(3, Fault.http(500));
        assertThat(codes(6)).containsExactly(200, 200, 500, 200, 200, 500);

        sandbox.faults().clear();
        assertThat(codes(3)).containsOnly(200);
    }

    @Test
    void onlyMatchingRequestsFail() throws Exception {
        sandbox.faults().next(1, Fault.http(500), request -> request.is("customers.replace") && request.records() == 1);

        assertThat(codes(2)).containsOnly(200);
        assertThat(client.post("/customers", BODY).code()).isEqualTo(500);
        assertThat(sandbox.state().customers()).isEmpty();
    }

    @Test
    void anAnswerCanCarryRetryAfter() throws Exception {
        sandbox.faults().next(Fault.http(429).withRetryAfter("7"));

        HttpResponse<String> response =
                client.http().send(client.request("GET", "/customers", ""), HttpResponse.BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Retry-After")).contains("7");
        assertThat(response.body()).isEmpty();
    }

    @Test
    void anEnvelopeCanComeWithAnyCode() throws Exception {
        sandbox.faults().next(Fault.envelope(500, 7, "say \"no\""));
        Client.Reply reply = client.get("/customers");
        assertThat(reply.code()).isEqualTo(500);
        assertThat(reply.msg()).isEqualTo("say \"no\"");

        sandbox.faults().next(Fault.status(8, "no"));
        assertThat(client.get("/customers").status()).isEqualTo(8);
    }

    @Test
    void aReplyCanComeAfterApplying() throws Exception {
        sandbox.faults().next(Fault.html(504).afterApplying());

        assertThat(client.post("/customers", BODY).code()).isEqualTo(504);
        assertThat(sandbox.state().customers()).containsOnlyKeys("a");
    }

    @Test
    void aConnectionIsResetBeforeOrAfterApplying() throws Exception {
        sandbox.faults().next(Fault.resetBeforeApplying());
        assertThatThrownBy(() -> client.post("/customers", BODY)).isInstanceOf(IOException.class);
        assertThat(sandbox.state().customers()).isEmpty();

        sandbox.faults().next(Fault.resetAfterApplying());
        assertThatThrownBy(() -> client.post("/customers", BODY)).isInstanceOf(IOException.class);
        assertThat(sandbox.state().customers()).containsOnlyKeys("a");
    }

    @Test
    void anAnswerBreaksOffHalfWay() {
        sandbox.faults().next(Fault.truncated());

        assertThatThrownBy(() -> client.post("/customers", BODY)).isInstanceOf(IOException.class);
        assertThat(sandbox.state().customers()).containsOnlyKeys("a");
    }

    @Test
    void aDelayedRequestIsAppliedAtOnceOrLater() throws Exception {
        sandbox.faults().next(Fault.delayBeforeApplying(Duration.ofMillis(50)));
        long begin = System.nanoTime();
        assertDone(client.post("/customers", BODY));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(50));

        sandbox.faults().next(Fault.delayAfterApplying(Duration.ofHours(1)));
        var waiting = client.http()
                .sendAsync(client.request("DELETE", "/customers", BODY), HttpResponse.BodyHandlers.ofString());
        await().until(() -> sandbox.state().customerCount() == 0);
        assertThat(waiting).isNotDone();
        sandbox.close();
        assertThatThrownBy(waiting::join).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void aServerThatIsDownRefusesConnectionsAndComesBackOnItsPort() throws Exception {
        assertDone(client.post("/customers", BODY));
        URI before = sandbox.baseUrl();

        sandbox.faults().serverDown();
        assertThatThrownBy(() -> client.get("/customers")).isInstanceOf(ConnectException.class);
        sandbox.faults().serverUp();

        assertThat(sandbox.baseUrl()).isEqualTo(before);
        assertThat(client.get("/customers").values("name")).containsExactly("a");
    }

    @Test
    void theKeyIsRevokedFromARequestOn() throws Exception {
        sandbox.faults().revokeKeyFrom(2);

        assertDone(client.get("/customers"));
        assertRefused(client.get("/customers"), SandboxStatus.KEY_REFUSED);
        sandbox.faults().restoreKey();
        assertDone(client.get("/customers"));
    }

    private List<Integer> codes(int requests) throws Exception {
        List<Integer> codes = new ArrayList<>();
        for (int request = 0; request < requests; request++) {
            codes.add(client.get("/customers").code());
        }
        return codes;
    }
}
