package io.bitroutes.bus;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.Optional;

/** One transacted session on one queue: what is received stays the broker's until {@link #commit}. For one thread. */
final class Line implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofMillis(200);
    private static final Duration CHECKED_EVERY = Duration.ofSeconds(5);

    private final String queue;
    private final String deadLetterQueue;
    private final Link link;
    private final Session session;
    private final MessageConsumer consumer;
    private Optional<MessageProducer> deadLetters = Optional.empty();
    private long checkedAt = System.nanoTime();

    private Line(String queue, String deadLetterQueue, Link link) throws JMSException {
        this.queue = queue;
        this.deadLetterQueue = deadLetterQueue;
        this.link = link;
        this.session = link.connection().createSession(true, Session.SESSION_TRANSACTED);
        this.consumer = session.createConsumer(link.queue(session, queue));
    }

    static Line open(Broker broker, String queue, String deadLetterQueue) throws JMSException {
        Link link = broker.connect();
        try {
            Line line = new Line(queue, deadLetterQueue, link);
            link.connection().start();
            return line;
        } catch (JMSException | RuntimeException e) {
            closeAfter(e, link);
            throw e;
        }
    }

    /** Closes what a failure has made useless. */
    static void closeAfter(Exception failure, Link link) {
        try {
            link.close();
        } catch (JMSException | RuntimeException second) {
            failure.addSuppressed(second);
        }
    }

    /** The next message; empty if none comes within that time, or a shorter one: whoever waits must notice a stop. */
    Optional<BusMessage> receive(Duration most) throws JMSException {
        Message message = consumer.receive(Math.min(most.toMillis(), LONGEST_WAIT.toMillis()));
        if (message == null) {
            checkNowAndThen();
        }
        return read(message);
    }

    /** The next message, if the broker has one at hand. */
    Optional<BusMessage> receiveNoWait() throws JMSException {
        return read(consumer.receiveNoWait());
    }

    private Optional<BusMessage> read(Message message) throws JMSException {
        return message == null ? Optional.empty() : Optional.of(MessageReading.read(message, queue));
    }

    private void checkNowAndThen() throws JMSException {
        if (System.nanoTime() - checkedAt > CHECKED_EVERY.toNanos()) {
            checkedAt = System.nanoTime();
            link.check(queue);
        }
    }

    /** In the transaction of the messages received. */
    void send(DeadLetter letter) throws JMSException {
        if (deadLetters.isEmpty()) {
            MessageProducer producer = session.createProducer(link.queue(session, deadLetterQueue));
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
            deadLetters = Optional.of(producer);
        }
        deadLetters.get().send(MessageWriting.write(letter, session));
    }

    /** What was received is done with; what was sent is there. */
    void commit() throws JMSException {
        session.commit();
    }

    /** What was received comes again, here or elsewhere; nothing was sent. */
    @Override
    public void close() throws JMSException {
        link.close();
    }
}
