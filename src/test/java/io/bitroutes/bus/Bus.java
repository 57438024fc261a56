package io.bitroutes.bus;

import io.bitroutes.config.BusSettings;
import io.bitroutes.config.TlsSettings;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brokers and messages for tests. */
final class Bus {
    private static final long WAIT_FOR_MORE_MILLISECONDS = 1_000;

    private Bus() {}

    static BusSettings embedded(int port) {
        return embedded(port, Optional.empty(), Optional.empty());
    }

    static BusSettings embedded(int port, Optional<String> user, Optional<Path> passwordFile) {
        return settings("embedded:" + port, user, passwordFile);
    }

    static BusSettings settings(String url, Optional<String> user, Optional<Path> passwordFile) {
        return new BusSettings(
                true,
                url,
                new BusSettings.Login(user, passwordFile),
                new TlsSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true),
                "bitanswer.",
                Map.of(),
                List.of("all"),
                1,
                Duration.ofMillis(100),
                4,
                Map.of());
    }

    static Broker broker(BusSettings settings) throws JMSException {
        return new ConnectionFactories(settings, name -> Optional.empty()).broker();
    }

    static void send(Broker broker, String queue, String... texts) throws JMSException {
        try (Link link = broker.connect()) {
            Session session = link.connection().createSession(true, Session.SESSION_TRANSACTED);
            MessageProducer producer = session.createProducer(link.queue(session, queue));
            for (String text : texts) {
                producer.send(session.createTextMessage(text));
            }
            session.commit();
        }
    }

    /** The texts of all messages that are there; they are gone afterwards. */
    static List<String> drain(Broker broker, String queue) throws JMSException {
        List<String> texts = new ArrayList<>();
        for (Message message : drainMessages(broker, queue)) {
            texts.add(((TextMessage) message).getText());
        }
        return texts;
    }

    static List<Message> drainMessages(Broker broker, String queue) throws JMSException {
        List<Message> messages = new ArrayList<>();
        try (Link link = broker.connect()) {
            Session session = link.connection().createSession(true, Session.SESSION_TRANSACTED);
            MessageConsumer consumer = session.createConsumer(link.queue(session, queue));
            link.connection().start();
            for (Message message = consumer.receive(WAIT_FOR_MORE_MILLISECONDS);
                    message != null;
                    message = consumer.receive(WAIT_FOR_MORE_MILLISECONDS)) {
                messages.add(message);
            }
            session.commit();
        }
        return messages;
    }

    /** A message of nobody, as it is delivered for the first time. */
    static BusMessage message(BusMessage.Body body) {
        return new BusMessage(
                "queue", body, Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), false, Instant.EPOCH, 1);
    }
}
