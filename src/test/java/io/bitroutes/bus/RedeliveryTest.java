package io.bitroutes.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.api.Operations;
import io.bitroutes.batch.Batch;
import io.bitroutes.batch.Fence;
import io.bitroutes.batch.Outcome;
import io.bitroutes.batch.Shipment;
import io.bitroutes.batch.Verdict;
import io.bitroutes.gate.Gate;
import io.bitroutes.ledger.LedgerDatabase;
import io.bitroutes.ledger.MessageLedger;
import io.bitroutes.record.ReadingRules;
import io.bitroutes.record.RecordFiles;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of messages that the broker delivers once more. */
class RedeliveryTest {
    private static final String REPLACE = "customers.replace";
    private static final String CREATE = "product.create";
    private static final Map<String, String> KEYS = Map.of(REPLACE, "name", CREATE, "productName");
    private static final Texts TEXTS = Texts.in("en");

    @TempDir
    private Path folder;

    private final Map<String, Long> invalid = new HashMap<>();
    private LedgerDatabase database;
    private Intake intake;

    @BeforeEach
    void open() throws IOException {
        database = LedgerDatabase.inFolder(folder);
        restart();
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** What is in memory is gone. */
    private void restart() {
        intake = new Intake(
                Operations.load(),
                new RecordFiles(ReadingRules.DEFAULT, TEXTS),
                new Confirmed(new MessageLedger(database), Clock.systemUTC()),
                new WriteReplies(null),
                (operation, count) -> invalid.merge(operation, count, Long::sum),
                new Fence(),
                new Gate(),
                1000,
                TEXTS);
    }

    @Test
    void aMessageThatWasConfirmedIsNotSentAgain() {
        confirm(read(REPLACE, first("a"), first("b")));
        restart();

        Delivery delivery = read(REPLACE, again("a"), again("b"), first("c"));

        assertThat(sent(delivery)).containsExactly("[{\"name\":\"c\"}]");
        assertThat(delivery.messages()).extracting(TakenMessage::confirmed).containsExactly(1L, 1L, 1L);
    }

    @Test
    void itIsWhileTheBrokerDoesNotSayThatItCameBefore() {
        confirm(read(REPLACE, first("a")));

        assertThat(sent(read(REPLACE, first("a")))).containsExactly("[{\"name\":\"a\"}]");
    }

    @Test
    void oneWithADeadLetterIsReadAgain() {
        Delivery delivery = read(REPLACE, first("a"), first("b"));
        refuseSecond(delivery);
        restart();

        assertThat(delivery.turn().deadLetters()).hasSize(1);
        assertThat(sent(read(REPLACE, again("a"), again("b")))).containsExactly("[{\"name\":\"b\"}]");
    }

    @Test
    void whatComesAfterAMessageThatGoesAgainGoesAgainToo() {
        Delivery delivery = read(REPLACE, first("a"), first("b"), first("c"));
        refuseSecond(delivery);
        restart();

        assertThat(sent(read(REPLACE, again("a"), again("b")))).containsExactly("[{\"name\":\"b\"}]");
        assertThat(sent(read(REPLACE, again("c")))).containsExactly("[{\"name\":\"c\"}]");
    }

    @Test
    void whatAKilledBrokerGivesAsNewLeavesNoneBehindThatIsSkippedLater() {
        confirm(read(REPLACE, first("a"), first("b")));
        restart();
        read(REPLACE, first("a"), first("b"));
        restart();

        assertThat(sent(read(REPLACE, again("a"), again("b")))).containsExactly("[{\"name\":\"a\"},{\"name\":\"b\"}]");
    }

    @Test
    void whatGoesAloneIsSkippedWhateverComesBeforeIt() {
        confirm(read(CREATE, message(CREATE, "b", false)));
        restart();

        assertThat(sent(read(CREATE, message(CREATE, "a", true), message(CREATE, "b", true))))
                .hasSize(1);
    }

    @Test
    void whatIsAcknowledgedIsForgottenWithTheNextTurn() {
        Delivery first = read(REPLACE, first("a"));
        confirm(first);
        first.turn().toDoAfterCommit().forEach(Runnable::run);
        confirm(read(REPLACE, first("b")));

        assertThat(new MessageLedger(database).find("bitanswer." + REPLACE, List.of("ID:a", "ID:b")))
                .containsOnlyKeys("ID:b");
    }

    @Test
    void aRecordThatGoesAloneKeepsItsRequestIdWhicheverOthersComeWithIt() {
        String alone =
                id(read(CREATE, message(CREATE, "a", false)).takeBatches().get(0));

        List<Batch> beside = read(CREATE, message(CREATE, "x", false), message(CREATE, "a", true))
                .takeBatches();

        assertThat(id(beside.get(1))).isEqualTo(alone).isNotEqualTo(id(beside.get(0)));
    }

    @Test
    void theSameMessagesGoUnderTheSameRequestIdAndOthersUnderAnotherOne() {
        String before = id(read(REPLACE, first("a"), first("b")).takeBatches().get(0));

        assertThat(id(read(REPLACE, again("a"), again("b")).takeBatches().get(0)))
                .isEqualTo(before);
        assertThat(id(read(REPLACE, again("a")).takeBatches().get(0))).isNotEqualTo(before);
    }

    @Test
    void onlyWhatCameBeforeMayHaveGoneBefore() {
        Delivery fresh = read(REPLACE, first("a"));
        Delivery mixed = read(REPLACE, first("a"), again("b"));

        Batch freshBatch = fresh.takeBatches().get(0);
        Batch mixedBatch = mixed.takeBatches().get(0);

        assertThat(fresh.mayHaveGone(freshBatch)).isFalse();
        assertThat(mixed.mayHaveGone(mixedBatch)).isTrue();
        assertThat(mixed.preparedAt(mixedBatch)).isEqualTo(Instant.EPOCH);
        assertThat(fresh.preparedAt(freshBatch)).isAfter(Instant.EPOCH);
        Delivery sameProcess = read(REPLACE, new BusTurn(true), first("a"));
        assertThat(sameProcess.mayHaveGone(sameProcess.takeBatches().get(0))).isTrue();
    }

    @Test
    void whatCannotBeSentIsCountedOnceItIsAcknowledged() {
        BusMessage bad = body("[{\"name\":\"\"},{\"city\":\"x\"},{\"name\":\"a\"}]");
        Delivery delivery = read(REPLACE, bad, body("[{"), first("b"));
        confirm(delivery);
        assertThat(invalid).isEmpty();

        delivery.turn().toDoAfterCommit().forEach(Runnable::run);

        assertThat(invalid).containsExactly(Map.entry(REPLACE, 3L));
    }

    private Delivery read(String operation, BusMessage... messages) {
        return read(operation, new BusTurn(false), messages);
    }

    private Delivery read(String operation, BusTurn turn, BusMessage... messages) {
        BusMessages all = new BusMessages();
        all.add(List.of(messages));
        all.complete();
        Delivery delivery = intake.begin(operation, all, turn);
        intake.read(delivery);
        return delivery;
    }

    private void confirm(Delivery delivery) {
        delivery.takeBatches()
                .forEach(batch ->
                        delivery.done(new Outcome(batch.job(), batch.number(), batch.size(), List.of(), 1, 0)));
        intake.settle(delivery);
        assertThat(delivery.turn().isSettled()).isTrue();
    }

    private void refuseSecond(Delivery delivery) {
        Batch batch = delivery.takeBatches().get(0);
        Verdict refused = new Verdict(2, Verdict.Code.REFUSED, "1008", "taken", "request");
        delivery.done(new Outcome(batch.job(), 1, 1, List.of(refused), 1, 0));
        intake.settle(delivery);
    }

    private List<String> sent(Delivery delivery) {
        List<String> bodies = new ArrayList<>();
        Iterator<Shipment> shipments = intake.shipments(delivery);
        while (shipments.hasNext()) {
            Shipment shipment = shipments.next();
            shipment.batch()
                    .ifPresent(batch ->
                            bodies.add(new String(batch.payload().body(0, batch.size() - 1), StandardCharsets.UTF_8)));
            shipment.giveBack();
        }
        return bodies;
    }

    private static String id(Batch batch) {
        return batch.requestId(0, batch.size() - 1, 0);
    }

    private static BusMessage first(String name) {
        return message(REPLACE, name, false);
    }

    private static BusMessage again(String name) {
        return message(REPLACE, name, true);
    }

    private static BusMessage message(String operation, String name, boolean redelivered) {
        return message(operation, name, "{\"" + KEYS.get(operation) + "\":\"" + name + "\"}", redelivered);
    }

    private static BusMessage body(String text) {
        return message(REPLACE, text, text, false);
    }

    private static BusMessage message(String operation, String name, String text, boolean redelivered) {
        return new BusMessage(
                "bitanswer." + operation,
                new BusMessage.Text(text),
                Optional.of("ID:" + name),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                redelivered,
                Instant.EPOCH,
                redelivered ? 2 : 1);
    }
}
