package io.bitroutes.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Messages of which every record is confirmed, from then until it is known that the broker has them acknowledged. What
 * comes again in between need not be sent again. Safe for threads.
 */
public final class MessageLedger {
    private static final String FORGET = "DELETE FROM message WHERE turn = ?";

    private final LedgerDatabase database;

    /**
     * A message.
     *
     * @param id its id at the broker
     * @param confirmed how many records it held
     */
    public record Confirmed(String id, long confirmed) {}

    /** The messages in that database. */
    public MessageLedger(LedgerDatabase database) {
        this.database = database;
    }

    /**
     * Writes down messages of a queue.
     *
     * @param turn under which they are forgotten together
     * @param acknowledged turns that are forgotten in the same transaction
     */
    public void confirmed(
            String queue, String turn, List<Confirmed> messages, Instant now, Collection<String> acknowledged) {
        List<Object[]> rows = messages.stream()
                .map(message -> new Object[] {queue, message.id(), turn, message.confirmed(), now.toEpochMilli()})
                .toList();
        List<Object[]> turns =
                acknowledged.stream().map(one -> new Object[] {one}).toList();
        database.inTransaction(() -> {
            database.updateAll(FORGET, turns);
            database.updateAll(
                    "INSERT INTO message (queue, id, turn, confirmed, at) VALUES (?, ?, ?, ?, ?)"
                            + " ON CONFLICT (queue, id) DO UPDATE SET turn = excluded.turn",
                    rows);
            return rows.size();
        });
    }

    /** How many records each of these messages held, if it is known to be confirmed. */
    public Map<String, Long> find(String queue, List<String> ids) {
        return database.inTransaction(() -> {
            Map<String, Long> found = new HashMap<>();
            for (String id : ids) {
                database.query(
                                "SELECT confirmed FROM message WHERE queue = ? AND id = ?",
                                row -> row.getLong(1),
                                queue,
                                id)
                        .forEach(confirmed -> found.put(id, confirmed));
            }
            return found;
        });
    }

    /** Under which turns messages of a queue are known. */
    public List<String> turns(String queue) {
        return database.inTransaction(() ->
                database.query("SELECT DISTINCT turn FROM message WHERE queue = ?", row -> row.getString(1), queue));
    }

    /** All messages of a queue. */
    public void forget(String queue) {
        database.inTransaction(() -> database.update("DELETE FROM message WHERE queue = ?", queue));
    }

    /** Nobody knows of those whether they will come again. */
    public void forgetBefore(Instant moment) {
        database.inTransaction(() -> database.update("DELETE FROM message WHERE at < ?", moment.toEpochMilli()));
    }
}
