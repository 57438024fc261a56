package io.bitroutes.bus;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import jakarta.jms.StreamMessage;
import jakarta.jms.TextMessage;
import java.time.Instant;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Takes of a received message what can be trusted: texts, bytes and properties that are nobody's but its sender's. */
final class MessageReading {
    private static final String DELIVERY_COUNT = "JMSXDeliveryCount";
    /** Camel obeys headers that begin so, JMS keeps the others for itself. */
    private static final String CAMEL = "camel";

    private static final String JMS = "jms";

    private MessageReading() {}

    static BusMessage read(Message message, String queue) throws JMSException {
        return new BusMessage(
                queue,
                body(message),
                Optional.ofNullable(message.getJMSMessageID()),
                Optional.ofNullable(message.getJMSCorrelationID()),
                Optional.ofNullable(message.getJMSReplyTo()),
                properties(message),
                message.getJMSRedelivered(),
                Instant.ofEpochMilli(message.getJMSTimestamp()),
                message.getJMSRedelivered() ? deliveryCount(message) : 1);
    }

    private static BusMessage.Body body(Message message) throws JMSException {
        if (message instanceof TextMessage text) {
            String read = text.getText();
            return read == null ? new BusMessage.Unread(message, "TextMessage") : new BusMessage.Text(read);
        }
        if (message instanceof BytesMessage bytes) {
            byte[] read = new byte[Math.toIntExact(bytes.getBodyLength())];
            bytes.readBytes(read);
            return new BusMessage.Bytes(read);
        }
        return new BusMessage.Unread(message, kind(message));
    }

    private static String kind(Message message) {
        if (message instanceof ObjectMessage) {
            return "ObjectMessage";
        }
        if (message instanceof MapMessage) {
            return "MapMessage";
        }
        return message instanceof StreamMessage ? "StreamMessage" : "Message";
    }

    private static Map<String, Object> properties(Message message) throws JMSException {
        Map<String, Object> properties = new HashMap<>();
        Enumeration<?> names = message.getPropertyNames();
        while (names.hasMoreElements()) {
            String name = String.valueOf(names.nextElement());
            Object value = isSenders(name) ? message.getObjectProperty(name) : null;
            if (value != null) {
                properties.put(name, value);
            }
        }
        return properties;
    }

    private static boolean isSenders(String name) {
        return !begins(name, CAMEL) && !begins(name, JMS);
    }

    /** In any letter case. */
    private static boolean begins(String name, String beginning) {
        return name.regionMatches(true, 0, beginning, 0, beginning.length());
    }

    private static int deliveryCount(Message message) throws JMSException {
        return message.propertyExists(DELIVERY_COUNT) ? Math.max(1, message.getIntProperty(DELIVERY_COUNT)) : 1;
    }
}
