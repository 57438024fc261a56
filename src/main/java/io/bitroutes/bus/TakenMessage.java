package io.bitroutes.bus;

import io.bitroutes.batch.Verdict;
import io.bitroutes.record.FileFormat;
import io.bitroutes.record.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A message, and what is known of its records. Not safe for threads. */
final class TakenMessage {
    private final BusMessage message;
    private final List<Row> rows;
    private final Optional<FileFormat> format;
    private final Optional<String> unreadable;
    private final long confirmedBefore;
    private final List<Verdict> rejected = new ArrayList<>();
    private long first;

    private TakenMessage(
            BusMessage message,
            List<Row> rows,
            Optional<FileFormat> format,
            Optional<String> unreadable,
            long confirmedBefore) {
        this.message = message;
        this.rows = rows;
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

    List<Row> rows() {
        return rows;
    }

    /** The number of its first record among those of all messages. */
    void begins(long number) {
        first = number;
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
        return rows.get((int) (verdict.row() - first)).number();
    }

    /** How many of its records are confirmed. */
    long confirmed() {
        long skipped = rows.stream().filter(Row.Skipped.class::isInstance).count();
        return confirmedBefore + rows.size() - skipped - rejected.size();
    }

    /** Whether nothing of it has to be told to anybody as a dead letter. */
    boolean isConfirmed() {
        return unreadable.isEmpty() && rejected.isEmpty();
    }
}
