package io.bitroutes.it;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** A program of a company that sends records, with the client of a broker and nothing of ours. */
public final class Queues implements AutoCloseable {
    private static final long LONGEST_WAIT = 30_000;

    private final Connection connection;
    private final Session session;
    private final Function<String, Queue> named;

    private Queues(ConnectionFactory factory, Function<String, Queue> named) throws JMSException {
        this.connection = factory.createConnection();
        this.session = connection.createSession(true, Session.SESSION_TRANSACTED);
        this.named = named;
        connection.start();
    }

    public static Queues of(ConnectionFactory factory) throws JMSException {
        return new Queues(factory, null);
    }

    /**
     * The same, for a client whose queues are not known by their names.
     *
     * @param named what a queue of that name is for this client
     */
    public static Queues of(ConnectionFactory factory, Function<String, Queue> named) throws JMSException {
        return new Queues(factory, named);
    }

    public Session session() {
        return session;
    }

    /** Texts, all at once. */
    public void send(String queue, Collection<String> texts) throws JMSException {
        try (MessageProducer producer = session.createProducer(queue(queue))) {
            for (String text : texts) {
                producer.send(session.createTextMessage(text));
            }
        }
        session.commit();
    }

    public void send(String queue, String text) throws JMSException {
        send(queue, List.of(text));
    }

    public void send(String queue, Message message) throws JMSException {
        try (MessageProducer producer = session.createProducer(queue(queue))) {
            producer.send(message);
        }
        session.commit();
    }

    /** The next message, which is gone then. */
    public Message next(String queue) throws JMSException {
        Message message = poll(queue, LONGEST_WAIT);
        if (message == null) {
            throw new AssertionError("nothing comes from " + queue);
        }
        return message;
    }

    /** The same; null if there is none by then. */
    public Message poll(String queue, long milliseconds) throws JMSException {
        try (MessageConsumer consumer = session.createConsumer(queue(queue))) {
            Message message = consumer.receive(milliseconds);
            session.commit();
            return message;
        }
    }

    /** Takes away whatever is there. */
    public void empty(String queue) throws JMSException {
        try (MessageConsumer consumer = session.createConsumer(queue(queue))) {
            for (Message message = consumer.receiveNoWait(); message != null; ) {
                message = consumer.receiveNoWait();
            }
        }
        session.commit();
    }

    public Queue queue(String name) throws JMSException {
        return named == null ? session.createQueue(name) : named.apply(name);
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
