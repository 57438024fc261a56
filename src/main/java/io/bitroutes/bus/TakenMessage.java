package io.bitroutes.bus;

import io.bitroutes.batch.Verdict;
import io.bitroutes.record.FileFormat;
import io.bitroutes.record.Row;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A message, and what is known of its records. Not safe for threads. */
final class TakenMessage {
    private final BusMessage message;
    private final long[] numbers;
    private final long skipped;
    private final Optional<FileFormat> format;
    private final Optional<String> unreadable;
    private final long confirmedBefore;
    private final List<Verdict> rejected = new ArrayList<>(0);
    private List<Row> rows;
    private long first;
    private byte[] idUpToIt = {};

    private TakenMessage(
            BusMessage message,
            List<Row> rows,
            Optional<FileFormat> format,
            Optional<String> unreadable,
            long confirmedBefore) {
        this.message = message;
        this.rows = rows;
        this.numbers = new long[rows.size()];
        int left = 0;
        for (int index = 0; index < numbers.length; index++) {
            numbers[index] = rows.get(index).number();
            left += rows.get(index) instanceof Row.Skipped ? 1 : 0;
        }
        this.skipped = left;
        this.format = format;
        this.unreadable = unreadable;
        this.confirmedBefore = confirmedBefore;
    }

    /** One that could be read to its end. */
    static TakenMessage of(BusMessage message, List<Row> rows, FileFormat format) {
        return new TakenMessage(message, rows, Optional.of(format), Optional.empty(), 0);
    }

    /** One of which nothing is sent, and why. */
    static TakenMessage unreadable(BusMessage message, String reason) {
        return new TakenMessage(message, List.of(), Optional.empty(), Optional.of(reason), 0);
    }

    /** One that is delivered again although all of its records were confirmed. */
    static TakenMessage confirmedBefore(BusMessage message, long records) {
        return new TakenMessage(message, List.of(), Optional.empty(), Optional.empty(), records);
    }

    BusMessage message() {
        return message;
    }

    /** How many records it has. */
    int size() {
        return numbers.length;
    }

    /** Its records, which it does not keep: what is sent is kept, and so is its message. */
    List<Row> takeRows() {
        List<Row> taken = rows;
        rows = List.of();
        return taken;
    }

    /**
     * Where it stands among the messages of its transaction.
     *
     * @param number that of its first record among those of all messages
     * @param id by which all messages up to this one are known
     */
    void place(long number, byte[] id) {
        first = number;
        idUpToIt = id;
    }

    /** The number of its first record among those of all messages. */
    long first() {
        return first;
    }

    /** By which all messages up to this one are known, in their order. */
    String idUpToIt() {
        return HexFormat.of().formatHex(idUpToIt);
    }

    void reject(Verdict verdict) {
        rejected.add(verdict);
    }

    /** What became of the records that were not confirmed, each once, in their order. */
    List<Verdict> rejected() {
        return rejected.stream()
                .sorted((one, other) -> Long.compare(one.row(), other.row()))
                .toList();
    }

    Optional<String> unreadable() {
        return unreadable;
    }

    FileFormat format() {
        return format.orElseThrow();
    }

    /** The number of a record within the message, from 1. */
    long position(Verdict verdict) {
        return verdict.row() - first + 1;
    }

    /** The number by which whoever reads the body finds a record again. */
    long number(Verdict verdict) {
        return numbers[(int) (verdict.row() - first)];
    }

    /** How many of its records are confirmed. */
    long confirmed() {
        return confirmedBefore + numbers.length - skipped - rejected.size();
    }

    /** Whether nothing of it has to be told to anybody as a dead letter. */
    boolean isConfirmed() {
        return unreadable.isEmpty() && rejected.isEmpty();
    }
}
