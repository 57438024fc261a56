package io.bitroutes.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.Crew;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class GateTest {
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final Gate gate = new Gate();
    private final Crew crew = new Crew();

    @AfterEach
    void endThreads() {
        crew.close();
    }

    @Test
    void anOpenGateLetsEverybodyPass() {
        gate.pass();

        assertThat(gate.closure()).isEmpty();
        assertThat(gate.stopping()).isFalse();
    }

    @Test
    void everybodyWaitsAtAClosedGateUntilItOpens() throws Exception {
        gate.close("no answer");
        List<CompletableFuture<Void>> waiting = fourTimes(gate::pass);
        crew.awaitWaiting();
        assertThat(waiting).noneMatch(CompletableFuture::isDone);

        assertThat(gate.open())
                .hasValueSatisfying(closure -> assertThat(closure.reason()).isEqualTo("no answer"));

        for (CompletableFuture<Void> one : waiting) {
            one.get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void theFirstReasonStays() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);

        assertThat(gate.close("first")).isTrue();
        assertThat(gate.close("second")).isFalse();

        assertThat(gate.closure()).hasValueSatisfying(closure -> {
            assertThat(closure.reason()).isEqualTo("first");
            assertThat(closure.since()).isBetween(before, Instant.now());
        });
    }

    @Test
    void openingAnOpenGateSaysSo() {
        assertThat(gate.open()).isEmpty();
    }

    @Test
    void stoppingSendsWhoWaitsHome() {
        gate.close("no answer");
        List<CompletableFuture<Void>> waiting = Stream.concat(
                        fourTimes(gate::pass).stream(), fourTimes(() -> gate.pause(FOR_EVER)).stream())
                .toList();
        crew.awaitWaiting();

        gate.stop();

        waiting.forEach(GateTest::assertSentHome);
        assertThat(gate.stopping()).isTrue();
    }

    @Test
    void whoComesAfterStoppingIsSentHomeAtOnce() {
        gate.stop();

        assertThatThrownBy(gate::pass).isInstanceOf(StoppingException.class).hasMessage("the program is stopping");
        assertThatThrownBy(() -> gate.pause(Duration.ZERO)).isInstanceOf(StoppingException.class);
    }

    @Test
    void stoppingIsForGood() {
        gate.stop();
        gate.open();

        assertThatThrownBy(gate::pass).isInstanceOf(StoppingException.class);
    }

    @Test
    void aPauseLastsAsLongAsItIsToldWhateverTheGateDoes() throws Exception {
        long begun = System.nanoTime();
        CompletableFuture<Void> pause = crew.start(() -> gate.pause(Duration.ofMillis(150)));
        crew.awaitWaiting();
        gate.close("no answer");
        gate.open();

        pause.get(5, TimeUnit.SECONDS);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    void anInterruptedThreadGoesHomeAndStaysInterrupted() throws Exception {
        gate.close("no answer");
        CompletableFuture<Boolean> interrupted = crew.call(() -> {
            assertThatThrownBy(gate::pass).isInstanceOf(StoppingException.class);
            return Thread.currentThread().isInterrupted();
        });
        CompletableFuture<Boolean> paused = crew.call(() -> {
            assertThatThrownBy(() -> gate.pause(FOR_EVER)).isInstanceOf(StoppingException.class);
            return Thread.currentThread().isInterrupted();
        });
        crew.awaitWaiting();

        crew.interrupt();

        assertThat(interrupted.get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(paused.get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(gate.stopping()).isFalse();
    }

    private List<CompletableFuture<Void>> fourTimes(Crew.Work work) {
        return IntStream.range(0, 4).mapToObj(worker -> crew.start(work)).toList();
    }

    private static void assertSentHome(CompletableFuture<Void> worker) {
        assertThatThrownBy(() -> worker.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(StoppingException.class);
    }
}
