package io.bitroutes.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.bus.Broker;
import io.bitroutes.bus.Link;
import io.bitroutes.config.BusSettings;
import io.bitroutes.text.Texts;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Enumeration;
import java.util.List;

/** Sends the sample messages one after another, and shows the reply to each and what lies in the dead letters then. */
final class DemoBus {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String DEAD_LETTERS = "deadletter";
    private static final JsonMapper JSON = new JsonMapper();

    private final Broker broker;
    private final BusSettings queues;
    private final Texts texts;
    private final PrintStream out;

    DemoBus(Broker broker, BusSettings queues, Texts texts, PrintStream out) {
        this.broker = broker;
        this.queues = queues;
        this.texts = texts;
        this.out = out;
    }

    /** Whether all of it ended as foreseen. */
    boolean run() throws IOException, JMSException {
        List<SampleMessage> messages = SampleMessage.all();
        boolean asForeseen = true;
        try (Link link = broker.connect()) {
            Session session = link.connection().createSession();
            link.connection().start();
            out.println(texts.of("demo.bus", messages.size()));
            for (SampleMessage message : messages) {
                String reply = reply(session, message);
                out.println("  " + message.file() + "\n    " + reply);
                asForeseen &= isAsForeseen(message, JSON.readTree(reply));
            }
            showDeadLetters(session);
        }
        return asForeseen;
    }

    private static boolean isAsForeseen(SampleMessage message, JsonNode reply) {
        return reply.path("confirmed").asLong() == message.confirmed()
                && reply.path("rejected").size() == message.rejected();
    }

    private String reply(Session session, SampleMessage sample) throws IOException, JMSException {
        Queue replies = session.createTemporaryQueue();
        TextMessage message = session.createTextMessage(sample.text());
        message.setJMSReplyTo(replies);
        session.createProducer(session.createQueue(queues.queue(sample.operation())))
                .send(message);
        try (MessageConsumer consumer = session.createConsumer(replies)) {
            if (consumer.receive(PATIENCE.toMillis()) instanceof TextMessage reply) {
                return reply.getText();
            }
        }
        throw new IOException("no reply to " + sample.file() + " within " + PATIENCE);
    }

    /** They stay where they are. */
    private void showDeadLetters(Session session) throws JMSException {
        String queue = queues.queue(DEAD_LETTERS);
        out.println(queue);
        Enumeration<?> letters =
                session.createBrowser(session.createQueue(queue)).getEnumeration();
        while (letters.hasMoreElements()) {
            if (letters.nextElement() instanceof Message letter) {
                show(letter);
            }
        }
    }

    private void show(Message letter) throws JMSException {
        out.printf(
                "  record %s  %s %s  %s%n",
                letter.getStringProperty("BitAnswerPosition"),
                letter.getStringProperty("BitAnswerCode"),
                letter.getStringProperty("BitAnswerStatus"),
                letter.getStringProperty("BitAnswerMsg"));
        letter.getBody(String.class).lines().forEach(line -> out.println("    " + line));
    }
}
