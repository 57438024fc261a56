package io.bitroutes.bus;

import java.util.Map;

/**
 * What goes to the queue of dead letters: one record, or a message that could not be read. Its property
 * {@code BitAnswerSource} is the queue it came from, so that it can be sent there again.
 *
 * @param message where it came from
 * @param body the record as it came, or the whole body
 * @param properties why, in the properties that begin with {@code BitAnswer}
 */
public record DeadLetter(BusMessage message, BusMessage.Body body, Map<String, Object> properties) {
    public DeadLetter {
        properties = Map.copyOf(properties);
    }
}
