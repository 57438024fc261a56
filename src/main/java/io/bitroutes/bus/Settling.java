package io.bitroutes.bus;

import io.bitroutes.batch.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/** Ends a turn: what was not confirmed goes to the dead letters, whoever waits is told. Safe for threads. */
final class Settling {
    /** Some brokers take no more in one property. */
    private static final int LONGEST_MSG = 1_000;

    private final MessageRecords records;
    private final Confirmed confirmed;
    private final WriteReplies replies;
    private final ObjLongConsumer<String> invalid;

    /** @param invalid hears of which operation how many records could not be sent */
    Settling(MessageRecords records, Confirmed confirmed, WriteReplies replies, ObjLongConsumer<String> invalid) {
        this.invalid = invalid;
        this.records = records;
        this.confirmed = confirmed;
        this.replies = replies;
    }

    /** @throws IllegalStateException if there is a batch without an outcome; then the messages are to be given again */
    void settle(Delivery delivery) {
        if (!delivery.isDone()) {
            throw new IllegalStateException("not all batches are through");
        }
        String operation = delivery.operation().id();
        long bad = 0;
        for (TakenMessage taken : delivery.messages()) {
            if (!taken.isConfirmed()) {
                bad += invalid(taken);
                deadLetters(taken, operation).forEach(delivery.turn()::deadLetter);
            }
            if (taken.message().replyTo().isPresent()) {
                List<RejectedRecord> rejected = rejected(taken);
                delivery.turn()
                        .afterCommit(() -> replies.tell(taken.message(), operation, taken.confirmed(), rejected));
            }
        }
        long notSent = bad;
        delivery.turn().afterCommit(() -> invalid.accept(operation, notSent));
        confirmed.remember(delivery);
        delivery.turn().settled();
    }

    private List<DeadLetter> deadLetters(TakenMessage taken, String operation) {
        BusMessage message = taken.message();
        List<DeadLetter> letters = new ArrayList<>();
        taken.unreadable()
                .ifPresent(reason -> letters.add(
                        new DeadLetter(message, message.body(), properties(message, operation, whole(reason), 0))));
        if (!taken.rejected().isEmpty()) {
            List<BusMessage.Body> bodies = records.originals(taken);
            for (int index = 0; index < bodies.size(); index++) {
                Verdict verdict = taken.rejected().get(index);
                letters.add(new DeadLetter(
                        message, bodies.get(index), properties(message, operation, verdict, taken.position(verdict))));
            }
        }
        return letters;
    }

    /** A message that could not be read counts as one. */
    private static long invalid(TakenMessage taken) {
        return taken.unreadable().stream().count()
                + taken.rejected().stream()
                        .filter(verdict -> verdict.code() == Verdict.Code.INVALID)
                        .count();
    }

    private static Verdict whole(String reason) {
        return Verdict.invalid(0, reason);
    }

    private static Map<String, Object> properties(
            BusMessage message, String operation, Verdict verdict, long position) {
        return Map.of(
                BusProperties.OPERATION,
                operation,
                BusProperties.CODE,
                verdict.code().name(),
                BusProperties.STATUS,
                verdict.status(),
                BusProperties.MSG,
                shortened(verdict.msg()),
                BusProperties.REQUEST_ID,
                verdict.request(),
                BusProperties.SOURCE,
                message.queue(),
                BusProperties.POSITION,
                position,
                BusProperties.ATTEMPTS,
                message.deliveryCount());
    }

    private static List<RejectedRecord> rejected(TakenMessage taken) {
        List<RejectedRecord> rejected = new ArrayList<>();
        taken.unreadable().ifPresent(reason -> rejected.add(rejected(whole(reason), 0)));
        taken.rejected().forEach(verdict -> rejected.add(rejected(verdict, taken.position(verdict))));
        return rejected;
    }

    private static RejectedRecord rejected(Verdict verdict, long position) {
        return new RejectedRecord(position, verdict.code().name(), verdict.status(), shortened(verdict.msg()));
    }

    private static String shortened(String msg) {
        return msg.length() <= LONGEST_MSG ? msg : msg.substring(0, LONGEST_MSG - 1) + "…";
    }
}
