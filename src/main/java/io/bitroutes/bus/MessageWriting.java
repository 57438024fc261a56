package io.bitroutes.bus;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes messages of dead letters. */
final class MessageWriting {
    private MessageWriting() {}

    /** A text stays a text; what was not read is passed on as it is. */
    static Message write(DeadLetter letter, Session session) throws JMSException {
        BusMessage origin = letter.message();
        Message message = message(letter.body(), session);
        Map<String, Object> properties = new LinkedHashMap<>(origin.properties());
        properties.putAll(letter.properties());
        message.clearProperties();
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            message.setObjectProperty(property.getKey(), property.getValue());
        }
        message.setJMSCorrelationID(origin.correlationId().or(origin::id).orElse(null));
        return message;
    }

    private static Message message(BusMessage.Body body, Session session) throws JMSException {
        if (body instanceof BusMessage.Text text) {
            return session.createTextMessage(text.text());
        }
        if (body instanceof BusMessage.Bytes bytes) {
            BytesMessage message = session.createBytesMessage();
            message.writeBytes(bytes.bytes());
            return message;
        }
        return ((BusMessage.Unread) body).message();
    }
}
