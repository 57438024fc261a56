package io.bitroutes.ledger;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
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
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Long>> MESSAGES = new TypeReference<>() {};

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
        String written = written(messages);
        List<Object[]> turns =
                acknowledged.stream().map(one -> new Object[] {one}).toList();
        database.inTransaction(() -> {
            database.updateAll("DELETE FROM confirmed_turn WHERE turn = ?", turns);
            return database.update(
                    "INSERT INTO confirmed_turn (turn, queue, messages, at) VALUES (?, ?, ?, ?)"
                            + " ON CONFLICT (turn) DO UPDATE SET messages = excluded.messages, at = excluded.at",
                    turn,
                    queue,
                    written,
                    now.toEpochMilli());
        });
    }

    /** A row for each message, with its place in an index, would cost more than all else that is done for it here. */
    private static String written(List<Confirmed> messages) {
        StringWriter written = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(written)) {
            json.writeStartObject();
            for (Confirmed message : messages) {
                json.writeNumberField(message.id(), message.confirmed());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toString();
    }

    private static Map<String, Long> read(String written) {
        try {
            return JSON.readValue(written, MESSAGES);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many records each of these messages held, if it is known to be confirmed. */
    public Map<String, Long> find(String queue, List<String> ids) {
        List<String> turns = database.inTransaction(() ->
                database.query("SELECT messages FROM confirmed_turn WHERE queue = ?", row -> row.getString(1), queue));
        Map<String, Long> found = new HashMap<>();
        for (String turn : turns) {
            Map<String, Long> confirmed = read(turn);
            for (String id : ids) {
                Long count = confirmed.get(id);
                if (count != null) {
                    found.put(id, count);
                }
            }
        }
        return found;
    }

    /** Under which turns messages of a queue are known. */
    public List<String> turns(String queue) {
        return database.inTransaction(() ->
                database.query("SELECT turn FROM confirmed_turn WHERE queue = ?", row -> row.getString(1), queue));
    }

    /** All messages of a queue. */
    public void forget(String queue) {
        database.inTransaction(() -> database.update("DELETE FROM confirmed_turn WHERE queue = ?", queue));
    }

    /** Nobody knows of those whether they will come again. */
    public void forgetBefore(Instant moment) {
        database.inTransaction(() -> database.update("DELETE FROM confirmed_turn WHERE at < ?", moment.toEpochMilli()));
    }
}
