package io.bitroutes.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestIdsTest extends SandboxTestBase {
    private static final String BODY = "[{'name':'a','city':'x'}]";

    @Test
    void aRepeatIsAnsweredAgainAndNotApplied() throws Exception {
        Client.Reply first = client.with("x-bit-req-id", "1").post("/customers", BODY);
        assertDone(client.patch("/customers", "[{'name':'a','city':'y'}]"));
        Client.Reply second = client.with("X-Bit-Req-Id", "1").post("/customers", BODY);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(sandbox.state().customer("a").orElseThrow()).containsEntry("city", "y");
        assertThat(sandbox.oracle())
                .containsExactly(
                        new AppliedRecord(
                                1, "customers.replace", "a", Optional.of("1"), Map.of("name", "a", "city", "x")),
                        new AppliedRecord(
                                2, "customers.update", "a", Optional.empty(), Map.of("name", "a", "city", "y")));
    }

    @Test
    void aRefusalIsRepeatedToo() throws Exception {
        Client repeating = client.with("x-bit-req-id", "1");
        assertRefused(repeating.patch("/customers", BODY), SandboxStatus.ABSENT);
        seed("a");

        assertRefused(repeating.patch("/customers", BODY), SandboxStatus.ABSENT);
    }

    @Test
    void aRepeatCanBeRefused() throws Exception {
        startWith(Quirks.REPEAT_REFUSED);
        Client repeating = client.with("x-bit-req-id", "1");

        assertDone(repeating.post("/customers", BODY));
        assertRefused(repeating.post("/customers", BODY), SandboxStatus.REPEATED, "'1'");
    }

    @Test
    void aRepeatCanBeAnsweredWithoutData() throws Exception {
        startWith(Quirks.REPEAT_WITHOUT_DATA);
        Client repeating = client.with("x-bit-req-id", "1");

        assertRefused(repeating.patch("/customers", BODY), SandboxStatus.ABSENT);
        seed("a");
        assertThat(repeating.patch("/customers", BODY).items()).hasSize(1);
        assertThat(repeating.patch("/customers", BODY).body()).isEqualTo("{\"status\":0}");
    }

    @Test
    void anIdThatCarriesAnotherBodyIsRefused() throws Exception {
        Client repeating = client.with("x-bit-req-id", "1");
        assertDone(repeating.post("/customers", BODY));

        assertRefused(repeating.post("/customers", "[{'name':'b'}]"), SandboxStatus.REQUEST_ID_REUSED, "'1'");
        assertThat(sandbox.state().customers()).containsOnlyKeys("a");
    }

    @Test
    void aRefusedKeyIsNotRemembered() throws Exception {
        Client repeating = client.with("x-bit-req-id", "1");
        sandbox.faults().revokeKey();
        assertRefused(repeating.post("/customers", BODY), SandboxStatus.KEY_REFUSED);
        sandbox.faults().restoreKey();

        assertDone(repeating.post("/customers", BODY));
    }

    @Test
    void idsAreForgottenAfterADay() throws Exception {
        SettableClock clock = new SettableClock(Instant.parse("2026-01-01T00:00:00Z"));
        start(SandboxOptions.defaults().withClock(clock));
        Client repeating = client.with("x-bit-req-id", "1");

        assertDone(repeating.post("/customers", BODY));
        clock.goOn(Duration.ofHours(24));
        assertDone(repeating.post("/customers", BODY));
        assertThat(sandbox.oracle()).hasSize(1);
        clock.goOn(Duration.ofSeconds(1));
        assertDone(repeating.post("/customers", BODY));
        assertThat(sandbox.oracle()).hasSize(2);
    }
}
