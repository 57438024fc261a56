package io.bitroutes.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A program that asks over the bus, with the client of a broker and nothing of ours. */
final class Questions implements AutoCloseable {
    static final String OPERATION = "BitAnswerOperation";

    private static final long LONGEST_ANSWER = 60_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final Connection connection;
    private final Session session;
    private final Queue answers;
    private final MessageConsumer consumer;
    private final String queue;

    Questions(ConnectionFactory factory, String queue) throws JMSException {
        this.connection = factory.createConnection();
        this.session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        this.answers = session.createTemporaryQueue();
        this.consumer = session.createConsumer(answers);
        this.queue = queue;
        connection.start();
    }

    /** The answer to a question as most will ask it. */
    JsonNode ask(String operation, String body) throws JMSException {
        return json(answerTo(question(operation, body)));
    }

    TextMessage question(String operation, String body) throws JMSException {
        TextMessage question = session.createTextMessage(body);
        question.setStringProperty(OPERATION, operation);
        return question;
    }

    Session session() {
        return session;
    }

    /** Sends it, with where the answer is waited for, and waits. */
    Message answerTo(Message question) throws JMSException {
        question.setJMSReplyTo(answers);
        send(question);
        Message answer = consumer.receive(LONGEST_ANSWER);
        if (answer == null) {
            throw new AssertionError("no answer to " + question);
        }
        return answer;
    }

    void send(Message question) throws JMSException {
        try (MessageProducer producer = session.createProducer(session.createQueue(queue))) {
            producer.send(question);
        }
    }

    /** The next message of another queue. */
    Message next(String name) throws JMSException {
        try (MessageConsumer one = session.createConsumer(session.createQueue(name))) {
            return one.receive(LONGEST_ANSWER);
        }
    }

    static JsonNode json(Message answer) throws JMSException {
        try {
            return JSON.readTree(((TextMessage) answer).getText());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
