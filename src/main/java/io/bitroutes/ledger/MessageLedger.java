package io.bitroutes.ledger;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Messages of which every record is confirmed, from then until it is known that the broker has them acknowledged. What
 * comes again in between need not be sent again. Safe for threads.
 */
public final class MessageLedger {
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
     */
    public void confirmed(String queue, String turn, List<Confirmed> messages, Instant now) {
        database.inTransaction(() -> {
            int written = 0;
            for (Confirmed message : messages) {
                written += database.update(
                        "INSERT INTO message (queue, id, turn, confirmed, at) VALUES (?, ?, ?, ?, ?)"
                                + " ON CONFLICT (queue, id) DO UPDATE SET turn = excluded.turn",
                        queue,
                        message.id(),
                        turn,
                        message.confirmed(),
                        now.toEpochMilli());
            }
            return written;
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

    /** These are acknowledged, and do not come again. */
    public void forget(String turn) {
        database.inTransaction(() -> database.update("DELETE FROM message WHERE turn = ?", turn));
    }

    /** Nobody knows of those whether they will come again. */
    public void forgetBefore(Instant moment) {
        database.inTransaction(() -> database.update("DELETE FROM message WHERE at < ?", moment.toEpochMilli()));
    }
}
