package io.bitroutes.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.api.Operations;
import io.bitroutes.batch.Batch;
import io.bitroutes.batch.Fence;
import io.bitroutes.batch.Outcome;
import io.bitroutes.gate.Gate;
import io.bitroutes.ledger.LedgerDatabase;
import io.bitroutes.ledger.MessageLedger;
import io.bitroutes.record.ReadingRules;
import io.bitroutes.record.RecordFiles;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the messages of a transaction become bodies while they come. */
class DeliveryTest {
    private static final String REPLACE = "customers.replace";
    private static final String UPDATE = "customers.update";
    private static final Texts TEXTS = Texts.in("en");
    private static final int IN_FULL = 1000;

    @TempDir
    private Path folder;

    private LedgerDatabase database;
    private Intake intake;

    @BeforeEach
    void open() throws IOException {
        database = LedgerDatabase.inFolder(folder);
        intake = new Intake(
                Operations.load(),
                new RecordFiles(ReadingRules.DEFAULT, TEXTS),
                new Confirmed(new MessageLedger(database), Clock.systemUTC()),
                new WriteReplies(null),
                (operation, count) -> {},
                new Fence(),
                new Gate(),
                IN_FULL,
                TEXTS);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void bodiesAreCutByRecordsAcrossMessagesAndParts() {
        List<BusMessage> messages =
                IntStream.range(0, 100).mapToObj(number -> array(number, 30)).toList();

        assertThat(sizes(bodies(parts(messages, 34)))).containsExactly(IN_FULL, IN_FULL, IN_FULL);
        assertThat(sizes(bodies(parts(messages, 100)))).containsExactly(IN_FULL, IN_FULL, IN_FULL);
    }

    @Test
    void whatDoesNotFillABodyWaitsForTheNextMessages() {
        BusMessages source = new BusMessages();
        Delivery delivery = intake.begin(UPDATE, source, new BusTurn(false));

        source.add(List.of(csv(1, 2500)));
        assertThat(sizes(read(delivery))).containsExactly(IN_FULL, IN_FULL);
        source.add(List.of(csv(2, 2500)));
        assertThat(sizes(read(delivery))).containsExactly(IN_FULL, IN_FULL, IN_FULL);
        source.add(List.of(array(3, 5)));
        source.complete();
        assertThat(sizes(read(delivery))).containsExactly(5);
    }

    @Test
    void howMuchComesAtATimeChangesNoBodyAndNoId() {
        List<BusMessage> messages =
                IntStream.range(0, 50).mapToObj(number -> array(number, 70)).toList();

        List<String> together = ids(bodies(parts(messages, 50)));

        assertThat(together).hasSize(4).doesNotHaveDuplicates();
        assertThat(ids(bodies(parts(messages, 7)))).isEqualTo(together);
        assertThat(ids(bodies(parts(messages, 15)))).isEqualTo(together);
    }

    @Test
    void anIdCoversWhatIsInABodyAndNothingThatComesLater() {
        List<BusMessage> messages =
                IntStream.range(0, 50).mapToObj(number -> array(number, 70)).toList();
        List<String> all = ids(bodies(parts(messages, 50)));

        // the fifteenth message ends beyond the first body
        List<String> less = ids(bodies(parts(messages.subList(0, 20), 20)));
        assertThat(less.get(0)).isEqualTo(all.get(0));
        assertThat(less.get(1)).isNotEqualTo(all.get(1));
        assertThat(ids(bodies(parts(messages.subList(1, 50), 49)))).doesNotContainAnyElementsOf(all);
    }

    @Test
    void nothingMoreIsReadOnceABodyHasNoOutcome() {
        BusMessages source = new BusMessages();
        BusTurn turn = new BusTurn(false);
        Delivery delivery = intake.begin(REPLACE, source, turn);
        source.add(List.of(array(1, IN_FULL)));
        read(delivery);

        delivery.abort();

        assertThat(intake.goesOn(delivery)).isFalse();
        assertThat(intake.shipments(delivery).hasNext()).isFalse();
        assertThatThrownBy(() -> intake.settle(delivery)).isInstanceOf(IllegalStateException.class);
        assertThat(turn.isSettled()).isFalse();
    }

    @Test
    void itIsSettledWhenTheLastMessageIsThrough() {
        BusMessages source = new BusMessages();
        BusTurn turn = new BusTurn(false);
        Delivery delivery = intake.begin(REPLACE, source, turn);
        source.add(List.of(array(1, IN_FULL)));
        confirm(delivery, read(delivery));

        assertThat(intake.goesOn(delivery)).isTrue();
        assertThatThrownBy(() -> intake.settle(delivery)).isInstanceOf(IllegalStateException.class);

        source.complete();
        confirm(delivery, read(delivery));
        assertThat(intake.goesOn(delivery)).isFalse();
        intake.settle(delivery);
        assertThat(turn.isSettled()).isTrue();
    }

    private static List<List<BusMessage>> parts(List<BusMessage> messages, int size) {
        List<List<BusMessage>> parts = new ArrayList<>();
        for (int from = 0; from < messages.size(); from += size) {
            parts.add(messages.subList(from, Math.min(messages.size(), from + size)));
        }
        return parts;
    }

    /** Of one transaction whose messages come so. */
    private List<Batch> bodies(List<List<BusMessage>> parts) {
        BusMessages source = new BusMessages();
        Delivery delivery = intake.begin(REPLACE, source, new BusTurn(false));
        List<Batch> bodies = new ArrayList<>();
        for (List<BusMessage> part : parts) {
            source.add(part);
            bodies.addAll(read(delivery));
        }
        source.complete();
        bodies.addAll(read(delivery));
        return bodies;
    }

    private List<Batch> read(Delivery delivery) {
        intake.read(delivery);
        return delivery.takeBatches();
    }

    private static void confirm(Delivery delivery, List<Batch> batches) {
        batches.forEach(
                batch -> delivery.done(new Outcome(batch.job(), batch.number(), batch.size(), List.of(), 1, 0)));
    }

    private static List<Integer> sizes(List<Batch> batches) {
        return batches.stream().map(Batch::size).toList();
    }

    private static List<String> ids(List<Batch> batches) {
        return batches.stream()
                .map(batch -> batch.requestId(0, batch.size() - 1, 0))
                .toList();
    }

    private static BusMessage array(int number, int records) {
        return message(
                number,
                IntStream.range(0, records)
                        .mapToObj(record -> "{\"name\":\"" + number + "-" + record + "\"}")
                        .collect(Collectors.joining(",", "[", "]")));
    }

    private static BusMessage csv(int number, int records) {
        return message(
                number,
                IntStream.range(0, records)
                        .mapToObj(record -> "c" + number + "-" + record + ",北京\n")
                        .collect(Collectors.joining("", "name,city\n", "")));
    }

    private static BusMessage message(int number, String text) {
        return new BusMessage(
                "bitanswer." + REPLACE,
                new BusMessage.Text(text),
                Optional.of("ID:" + number),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                false,
                Instant.EPOCH,
                1);
    }
}
