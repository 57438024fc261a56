package io.bitroutes.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bitroutes.SettableClock;
import io.bitroutes.gate.Gate;
import io.bitroutes.gate.StoppingException;
import io.bitroutes.ledger.ExportLedger;
import io.bitroutes.ledger.LedgerDatabase;
import io.bitroutes.ledger.PublishedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export of every hour: which of its times are run, and by whom. */
class RunClaimsTest {
    private static final Instant SEVEN = Instant.parse("2026-11-25T07:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration LEASE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private final SettableClock clock = new SettableClock(SEVEN.minusSeconds(1800));
    private final Gate gate = new Gate();
    private LedgerDatabase database;
    private RunClaims claims;

    @BeforeEach
    void start() throws IOException {
        database = LedgerDatabase.inFolder(folder);
        claims = process("ours", 1);
        ledger("any").register("hourly", clock.instant());
        ledger("any").register("other", clock.instant());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nothingIsDueBeforeTheFirstTime() {
        assertThat(claims.isMissed(hourly(true))).isFalse();
        assertThat(claims.claim(hourly(true), Optional.empty())).isEmpty();
    }

    @Test
    void ofAllTimesThatPassedTheLastIsMadeUpForOnce() {
        clock.goOn(HOUR.multipliedBy(5));

        assertThat(claims.isMissed(hourly(true))).isTrue();
        ScheduledRun run = claims.claim(hourly(true), Optional.empty()).orElseThrow();
        assertThat(run.fire()).isEqualTo(SEVEN.plus(HOUR.multipliedBy(4)));
        publish("ours", run);

        assertThat(claims.isMissed(hourly(true))).isFalse();
        assertThat(claims.claim(hourly(true), Optional.empty())).isEmpty();
    }

    @Test
    void withoutCatchUpThePastIsLetGo() {
        clock.goOn(HOUR.multipliedBy(5));

        assertThat(claims.isMissed(hourly(false))).isFalse();
        assertThat(claims.claim(hourly(false), Optional.empty())).isEmpty();
        clock.goOn(Duration.ofMinutes(30));
        assertThat(claims.claim(hourly(false), Optional.of(clock.instant())))
                .map(ScheduledRun::fire)
                .contains(SEVEN.plus(HOUR.multipliedBy(5)));
    }

    @Test
    void whatWasBegunAndLeftIsTakenUpEvenWithoutCatchUp() {
        clock.goOn(HOUR);
        ScheduledRun run = claims.claim(hourly(false), Optional.of(SEVEN)).orElseThrow();
        ledger("ours").leave("hourly", run.fire());
        claims.release(run);

        assertThat(claims.isMissed(hourly(false))).isTrue();
        assertThat(claims.claim(hourly(false), Optional.empty()))
                .map(ScheduledRun::fire)
                .contains(SEVEN);
    }

    @Test
    void aTimeThatHasFailedIsNotMadeUpFor() {
        clock.goOn(HOUR);
        ScheduledRun run = claims.claim(hourly(true), Optional.empty()).orElseThrow();
        ledger("ours").failed("hourly", run.fire(), "the share is gone", clock.instant());
        claims.release(run);

        assertThat(claims.isMissed(hourly(true))).isFalse();
        assertThat(claims.claim(hourly(true), Optional.empty())).isEmpty();
    }

    @Test
    void aTickThatComesTooEarlyCounts() {
        clock.goOn(Duration.ofMinutes(30).minusMillis(3));

        assertThat(claims.claim(hourly(true), Optional.of(SEVEN)))
                .map(ScheduledRun::fire)
                .contains(SEVEN);
    }

    @Test
    void whatRunsHereIsNotBegunAgainAndNotMissed() {
        clock.goOn(HOUR);
        ScheduledRun run = claims.claim(hourly(true), Optional.empty()).orElseThrow();
        clock.goOn(HOUR);

        assertThat(claims.running("hourly")).contains(run);
        assertThat(claims.isMissed(hourly(true))).isFalse();
        assertThat(claims.claim(hourly(true), Optional.of(clock.instant()))).isEmpty();
        publish("ours", run);
        assertThat(claims.claim(hourly(true), Optional.empty()))
                .map(ScheduledRun::fire)
                .contains(SEVEN.plus(HOUR));
    }

    @Test
    void whatAnotherProcessRunsIsTakenUpOnceItsClaimHasExpired() {
        RunClaims theirs = process("theirs", 1);
        clock.goOn(HOUR);
        assertThat(theirs.claim(hourly(true), Optional.empty())).isPresent();

        assertThat(claims.claim(hourly(true), Optional.empty())).isEmpty();
        clock.goOn(LEASE.dividedBy(2));
        theirs.keepAlive();
        clock.goOn(LEASE.minusMillis(1));
        assertThat(claims.isMissed(hourly(true))).isFalse();
        clock.goOn(Duration.ofMillis(1));
        assertThat(claims.isMissed(hourly(true))).isTrue();
        assertThat(claims.claim(hourly(true), Optional.empty()))
                .map(ScheduledRun::fire)
                .contains(SEVEN);
    }

    @Test
    void theNextRunKnowsWhenTheLastPublishedOneBegan() {
        clock.goOn(HOUR);
        ScheduledRun first = claims.claim(hourly(true), Optional.empty()).orElseThrow();
        assertThat(first.lastRun()).isEmpty();
        publish("ours", first);
        clock.goOn(HOUR);
        ScheduledRun failed = claims.claim(hourly(true), Optional.empty()).orElseThrow();
        ledger("ours").failed("hourly", failed.fire(), "because", clock.instant());
        claims.release(failed);
        clock.goOn(HOUR);

        assertThat(claims.claim(hourly(true), Optional.empty()).orElseThrow().lastRun())
                .contains(first.began());
    }

    @Test
    void oneMoreThanThereArePlacesForWaits() throws Exception {
        clock.goOn(HOUR);
        ScheduledRun run = claims.claim(hourly(true), Optional.empty()).orElseThrow();
        ExecutorService another = Executors.newSingleThreadExecutor();
        try {
            CompletableFuture<Optional<ScheduledRun>> waiting =
                    CompletableFuture.supplyAsync(() -> claims.claim(export("other", true), Optional.empty()), another);
            await("it waits").atMost(Duration.ofSeconds(10)).until(() -> !claims.isMissed(export("other", true)));
            assertThat(waiting).isNotDone();
            publish("ours", run);
            assertThat(waiting.get()).map(ScheduledRun::id).contains("other");
        } finally {
            another.shutdownNow();
        }
    }

    @Test
    void whoWaitsForAPlaceGoesHomeWhenTheProgramStops() {
        clock.goOn(HOUR);
        ScheduledRun run = claims.claim(hourly(true), Optional.empty()).orElseThrow();
        gate.stop();

        assertThatThrownBy(() -> claims.claim(export("other", true), Optional.empty()))
                .isInstanceOf(StoppingException.class);
        claims.release(run);
        assertThat(claims.claim(export("other", true), Optional.empty())).isPresent();
    }

    private void publish(String owner, ScheduledRun run) {
        PublishedFile file = new PublishedFile("file:/mnt/reports", run.fileName(), run.token(), run.fire());
        ledger(owner).published(run.id(), run.fire(), file, run.began(), clock.instant());
        claims.release(run);
    }

    private RunClaims process(String owner, int concurrency) {
        return new RunClaims(ledger(owner), concurrency, gate, LEASE, clock);
    }

    private ExportLedger ledger(String owner) {
        return new ExportLedger(database, owner);
    }

    private static ScheduledExport hourly(boolean catchUp) {
        return export("hourly", catchUp);
    }

    private static ScheduledExport export(String id, boolean catchUp) {
        try {
            return new ScheduledExport(
                    id,
                    Schedule.of("0 0 * * * ?", ZoneId.of("UTC")),
                    ExportRequest.of("customers.list", ExportFormat.CSV),
                    new FileNamePattern(id + "-${time:yyyyMMdd-HHmmss}.csv"),
                    true,
                    ShareAddress.of("file:/mnt/reports").orElseThrow(),
                    OptionalInt.empty(),
                    catchUp,
                    Duration.ZERO);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
