package io.bitroutes.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.Crew;
import io.bitroutes.batch.Batch;
import io.bitroutes.batch.Batches;
import io.bitroutes.batch.Fence;
import io.bitroutes.batch.Outcome;
import io.bitroutes.batch.PreparedReader;
import io.bitroutes.batch.Shipment;
import io.bitroutes.batch.Verdict;
import io.bitroutes.batch.Verdict.Code;
import io.bitroutes.ledger.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FeedTest extends JobTestBase {
    private final Fence fence = new Fence();

    @Test
    void batchesComeInOrderWithTheirPlaceInTheFence() throws Exception {
        try (Feed feed = feed(Set.of(), "a", "b", "c")) {
            assertThat(number(feed.next())).isEqualTo(1);
            assertThat(number(feed.next())).isEqualTo(2);
            assertThat(feed.hasNext()).isTrue();
            assertThat(number(feed.next())).isEqualTo(3);
            assertThat(feed.hasNext()).isFalse();
            assertThat(feed.hasNext()).isFalse();
        }
    }

    @Test
    void aKeyWaitsUntilItsEarlierBatchIsThrough() throws Exception {
        try (Feed feed = feed(Set.of(), "a", "a");
                Crew crew = new Crew()) {
            Shipment first = feed.next();
            CompletableFuture<Shipment> second = crew.call(feed::next);
            crew.awaitWaiting();
            assertThat(second).isNotDone();

            first.giveBack();

            assertThat(number(second.get(5, TimeUnit.SECONDS))).isEqualTo(2);
        }
    }

    @Test
    void batchesThatAreThroughAreSkipped() throws IOException {
        try (Feed feed = feed(Set.of(1, 3), "a", "b", "c", "d")) {
            assertThat(number(feed.next())).isEqualTo(2);
            assertThat(number(feed.next())).isEqualTo(4);
            assertThat(feed.hasNext()).isFalse();
        }
    }

    @Test
    void nothingIsLeftWhenAllAreThrough() throws IOException {
        try (Feed feed = feed(Set.of(1, 2), "a", "b")) {
            assertThat(feed.hasNext()).isFalse();
        }
    }

    @Test
    void anAbortedFeedHandsOutNothing() throws IOException {
        try (Feed feed = feed(Set.of(), "a", "b", "c")) {
            feed.next().abort();

            assertThat(feed.next().batch()).isEmpty();
            assertThat(feed.hasNext()).isFalse();
        }
    }

    @Test
    void whoWaitsBehindAnAbandonedBatchOfItsKeyIsNotSent() throws Exception {
        try (Feed feed = feed(Set.of(), "a", "a");
                Crew crew = new Crew()) {
            Shipment first = feed.next();
            CompletableFuture<Shipment> second = crew.call(feed::next);
            crew.awaitWaiting();

            first.abort();
            first.giveBack();

            assertThat(second.get(5, TimeUnit.SECONDS).batch()).isEmpty();
            assertThat(feed.hasNext()).isFalse();
        }
        fence.take(Set.copyOf(Batches.read(folder, UPDATE).get(0).fenceKeys())).giveBack();
    }

    @Test
    void whoWaitsBehindTheBatchThatStopsTheJobIsLeftAlone() throws Exception {
        feed(Set.of(), "a", "a", "b").close();
        try (Feed feed = open(3, Set.of(), new StopRule(OptionalLong.of(0)));
                Crew crew = new Crew()) {
            Shipment first = feed.next();
            CompletableFuture<Shipment> second = crew.call(feed::next);
            crew.awaitWaiting();

            first.done(refused(1));
            first.giveBack();

            assertThat(second.get(5, TimeUnit.SECONDS)).satisfies(FeedTest::isLeftAlone);
            assertThat(feed.next()).satisfies(FeedTest::isLeftAlone);
            assertThat(feed.hasNext()).isFalse();
        }
        assertThat(sendings.lastHandedOut(JOB)).isEqualTo(1);
    }

    @Test
    void whatWasHandedOutBeforeTheStopGoesAgainInTheNextRun() throws Exception {
        StopRule rule = new StopRule(OptionalLong.of(0));
        feed(Set.of(), "a", "b", "c").close();
        try (Feed killed = open(3, Set.of(), rule)) {
            killed.next().giveBack();
            killed.next().giveBack();
            outcomes.done(refused(1));
        }

        try (Feed feed = open(3, Set.of(1), rule)) {
            Shipment inFlight = feed.next();
            assertThat(number(inFlight)).isEqualTo(2);
            assertThat(inFlight.toBeSent()).isTrue();
            assertThat(inFlight.sentBefore()).isTrue();
            assertThat(feed.next()).satisfies(FeedTest::isLeftAlone);
        }
    }

    @Test
    void aStoppingProgramHandsOutNothing() throws IOException {
        try (Feed feed = feed(Set.of(), "a", "b")) {
            gate.stop();

            assertThat(feed.next().batch()).isEmpty();
            assertThat(feed.hasNext()).isFalse();
        }
    }

    @Test
    void aDamagedFileIsAFailureInTheShipment() throws IOException {
        try (Feed feed = feed(Set.of(), "a", "b")) {
            assertThat(number(feed.next())).isEqualTo(1);
        }
        Path prepared = folder.resolve("prepared");
        Files.writeString(prepared, Files.readString(prepared).replace("\"name\":\"a\"", "\"name\":\"x\""));

        try (Feed feed = open(2, Set.of())) {
            Shipment failed = feed.next();

            assertThatThrownBy(failed::batch)
                    .hasMessageContaining("batch 1 of job " + Batches.JOB + " is not what was prepared");
            assertThat(feed.hasNext()).isFalse();
            failed.giveBack();
        }
    }

    @Test
    void aFileWithTooFewBatchesIsAFailureToo() throws IOException {
        feed(Set.of(), "a").close();

        try (Feed feed = open(2, Set.of(1))) {
            Shipment failed = feed.next();

            assertThatThrownBy(failed::batch).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void anInterruptedThreadStaysInterrupted() throws Exception {
        try (Feed feed = feed(Set.of(), "a", "a");
                Crew crew = new Crew()) {
            feed.next();
            CompletableFuture<Boolean> interrupted = crew.call(() -> {
                Shipment failed = feed.next();
                assertThatThrownBy(failed::batch).hasMessage("interrupted before the fence");
                return Thread.currentThread().isInterrupted();
            });
            crew.awaitWaiting();

            crew.interrupt();

            assertThat(interrupted.get(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void afterClosingThereIsNoMore() throws IOException {
        Feed feed = feed(Set.of(), "a", "b");
        feed.close();

        assertThat(feed.hasNext()).isFalse();
    }

    private static void isLeftAlone(Shipment shipment) {
        assertThat(shipment.batch()).isPresent();
        assertThat(shipment.toBeSent()).isFalse();
    }

    private static Outcome refused(int batch) {
        return new Outcome(JOB, batch, 0, List.of(new Verdict(batch + 1, Code.REFUSED, "1", "", "")), 1, 0);
    }

    private static int number(Shipment shipment) {
        return shipment.batch().map(Batch::number).orElseThrow();
    }

    /** One batch for each name. */
    private Feed feed(Set<Integer> done, String... names) throws IOException {
        List<Map<String, Object>> records =
                Stream.of(names).map(name -> Batches.record("name", name)).toList();
        Batches.of(folder, UPDATE, 1, records);
        return open(names.length, done);
    }

    private Feed open(int batches, Set<Integer> done) throws IOException {
        return open(batches, done, new StopRule(OptionalLong.empty()));
    }

    private Feed open(int batches, Set<Integer> done, StopRule rule) throws IOException {
        Course course = new Course(JOB, rule, sendings, outcomes.tally(JOB));
        return new Feed(new PreparedReader(folder, JOB, UPDATE), job(batches), done, course, fence, gate);
    }

    private Job job(int batches) {
        return new Job(
                JOB,
                UPDATE.id(),
                UPDATE.resource(),
                "a.csv",
                Job.State.PREPARED,
                new Job.Seen(1, clock.instant()),
                clock.instant(),
                clock.instant(),
                Optional.of(clock.instant()),
                new Job.Facts(batches, 0, batches, "", ""),
                Optional.empty());
    }
}
