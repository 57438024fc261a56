package io.bitroutes.bus;

import jakarta.jms.Destination;
import jakarta.jms.Message;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A message as it was received. Immutable.
 *
 * @param queue the name of the queue it came from
 * @param body what it carries
 * @param id its id; empty where its sender gave it none
 * @param correlationId what its sender wants to find on a reply
 * @param replyTo where its sender expects a reply
 * @param properties what its sender added; never a name that begins with {@code Camel} or {@code JMS}
 * @param redelivered whether the broker has delivered it before
 * @param sentAt when its sender sent it; long ago where it did not say
 * @param deliveryCount how often it was delivered, this time included; 1 where the broker does not say
 */
public record BusMessage(
        String queue,
        Body body,
        Optional<String> id,
        Optional<String> correlationId,
        Optional<Destination> replyTo,
        Map<String, Object> properties,
        boolean redelivered,
        Instant sentAt,
        int deliveryCount) {

    public BusMessage {
        properties = Map.copyOf(properties);
    }

    /** One of its properties, as a text. */
    Optional<String> property(String name) {
        return Optional.ofNullable(properties.get(name)).map(Object::toString);
    }

    /** The same with these properties besides. */
    BusMessage with(Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(properties);
        all.putAll(more);
        return withOnly(all);
    }

    /** The same with these properties and no others. */
    BusMessage withOnly(Map<String, Object> only) {
        return new BusMessage(queue, body, id, correlationId, replyTo, only, redelivered, sentAt, deliveryCount);
    }

    /** What a message carries. */
    public sealed interface Body {

        /** Roughly how many bytes it takes. */
        int size();
    }

    /** A text. */
    public record Text(String text) implements Body {
        @Override
        public int size() {
            return text.length();
        }
    }

    /** Bytes; nobody changes them. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Bytes(byte[] bytes) implements Body {
        @Override
        public int size() {
            return bytes.length;
        }
    }

    /**
     * Something that is not read here: an object, a map, a stream, nothing.
     *
     * @param message the message itself, to be passed on as it is
     * @param kind what it is, in a word of JMS
     */
    public record Unread(Message message, String kind) implements Body {
        private static final Set<String> WITH_NOTHING_ELSE = Set.of("Message", "TextMessage");

        /** Whether there was nothing to be read. */
        boolean isEmpty() {
            return WITH_NOTHING_ELSE.contains(kind);
        }

        @Override
        public int size() {
            return 0;
        }
    }
}
