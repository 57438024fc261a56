package io.bitroutes.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.gate.Gate;
import io.bitroutes.gate.Troubles.Effect;
import io.bitroutes.ops.Health.Wrong;
import io.bitroutes.text.Texts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class HealthTest {
    private final Gate gate = new Gate();
    private final List<String> stopped = new ArrayList<>();
    private Instant seen = Instant.now();
    private final Health health = new Health(
            gate,
            () -> new Survey(seen, List.of(), Map.of(), List.of(), List.of(), 0),
            () -> List.copyOf(stopped),
            Texts.in("en"),
            ZoneOffset.UTC);

    @Test
    void untilItHasStartedItIsDownAndAlive() {
        assertThat(health.state().status()).isEqualTo("DOWN");
        assertThat(health.ready().status()).isEqualTo("DOWN");
        assertThat(health.live().status()).isEqualTo("UP");
    }

    @Test
    void startedAndWellItIsUp() {
        health.started();

        assertThat(health.state().up()).isTrue();
        assertThat(health.state().reasons()).isEmpty();
        assertThat(health.ready().up()).isTrue();
    }

    @Test
    void inAnOutageItIsDownWithTheReasonAndAlive() {
        health.started();
        gate.close("BitAnswer sleeps");

        assertThat(health.state().status()).isEqualTo("DOWN");
        assertThat(health.state().reasons()).singleElement().satisfies(wrong -> {
            assertThat(wrong.source()).isEqualTo("bitanswer");
            assertThat(wrong.reason()).isEqualTo("BitAnswer sleeps");
            assertThat(wrong.stopsIntake()).isTrue();
        });
        assertThat(health.live().up()).isTrue();

        gate.open();
        assertThat(health.state().up()).isTrue();
    }

    @Test
    void troubleThatStopsNothingIsToldAndLeavesItUp() {
        health.started();
        gate.troubles().report("a-file", "it is broken", Effect.SAID);

        assertThat(health.state().up()).isTrue();
        assertThat(health.state().reasons()).extracting(Wrong::stopsIntake).containsExactly(false);
    }

    @Test
    void aHomeThatDoesNotAnswerIsTold() {
        health.started();
        seen = Instant.now().minus(Health.LONGEST_LOOK).minusSeconds(1);

        assertThat(health.state().status()).isEqualTo("DOWN");
        assertThat(health.state().reasons()).extracting(Wrong::source).containsExactly("home");
    }

    @Test
    void aRouteThatStoppedIsToldSinceItWasFirstSeen() {
        health.started();
        stopped.add("inbox-customers.replace");
        Wrong first = health.state().reasons().get(0);
        assertThat(first.reason()).contains("inbox-customers.replace");

        Awaitility.await()
                .until(() -> Instant.now().isAfter(Instant.parse(first.since()).plusSeconds(1)));
        assertThat(health.state().reasons()).containsExactly(first);

        stopped.clear();
        assertThat(health.state().up()).isTrue();
    }

    @Test
    void whileItStopsItIsDown() {
        health.started();
        gate.stop();

        assertThat(health.state().status()).isEqualTo("DOWN");
        assertThat(health.ready().status()).isEqualTo("DOWN");
    }
}
