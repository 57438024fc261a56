package io.bitroutes.bus;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * One pass through the queue of dead letters. Selectors and browsers are not to be had from every client, so each letter
 * is received, and sent either back to its queue or to the end of this one; a mark that is sent first shows where those
 * end that were there.
 */
final class ReplayRun {
    private static final int LETTERS_OF_A_COMMIT = 100;
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final Duration LIFE_OF_A_MARK = Duration.ofHours(1);

    private final Link link;
    private final Session session;
    private final String deadLetters;
    private final ReplayChoice choice;
    private final String run = UUID.randomUUID().toString();
    private final Map<String, MessageProducer> producers = new HashMap<>();
    private final Map<String, Integer> moved = new HashMap<>();
    private int left;
    private int homeless;

    ReplayRun(Link link, String deadLetters, ReplayChoice choice) throws JMSException {
        this.link = link;
        this.session = link.connection().createSession(true, Session.SESSION_TRANSACTED);
        this.deadLetters = deadLetters;
        this.choice = choice;
    }

    ReplayReport run() throws JMSException {
        sendMark(LIFE_OF_A_MARK.toMillis(), run);
        session.commit();
        MessageConsumer consumer = session.createConsumer(link.queue(session, deadLetters));
        link.connection().start();
        Message message = consumer.receive(SILENCE.toMillis());
        for (int taken = 1; message != null && !ends(message); taken++) {
            pass(message);
            if (taken % LETTERS_OF_A_COMMIT == 0) {
                session.commit();
            }
            message = consumer.receive(SILENCE.toMillis());
        }
        session.commit();
        return new ReplayReport(moved, left, homeless);
    }

    /** At our mark, or at a letter that we have already had in our hands, should another run have taken the mark. */
    private boolean ends(Message message) throws JMSException {
        boolean had = run.equals(message.getStringProperty(BusProperties.REPLAY));
        if (had) {
            send(deadLetters, MessageReading.read(message, deadLetters));
        }
        return had || run.equals(message.getStringProperty(BusProperties.REPLAY_MARK));
    }

    private void pass(Message message) throws JMSException {
        String mark = message.getStringProperty(BusProperties.REPLAY_MARK);
        if (mark == null) {
            pass(MessageReading.read(message, deadLetters));
            return;
        }
        long rest = message.getJMSExpiration() - System.currentTimeMillis();
        if (rest > 0) {
            sendMark(rest, mark);
        }
    }

    private void pass(BusMessage letter) throws JMSException {
        String source = letter.property(BusProperties.SOURCE).orElse("");
        if (!choice.takes(letter)) {
            left++;
            send(deadLetters, letter.with(Map.of(BusProperties.REPLAY, run)));
        } else if (source.isEmpty() || source.equals(deadLetters)) {
            homeless++;
            send(deadLetters, letter.with(Map.of(BusProperties.REPLAY, run)));
        } else {
            moved.merge(source, 1, Integer::sum);
            send(source, back(letter));
        }
    }

    /** What was wrong with it is no property of it any more; what is to be done with it stays. */
    private BusMessage back(BusMessage letter) {
        Map<String, Object> properties = new HashMap<>(letter.properties());
        properties
                .keySet()
                .removeIf(name -> name.startsWith(BusProperties.PREFIX) && !name.equals(BusProperties.OPERATION));
        Object before = letter.properties().get(BusProperties.REPLAYS);
        properties.put(BusProperties.REPLAYS, before instanceof Number number ? number.intValue() + 1 : 1);
        properties.put(BusProperties.REPLAY, run);
        return letter.withOnly(properties);
    }

    private void send(String queue, BusMessage letter) throws JMSException {
        Message message = MessageWriting.write(new DeadLetter(letter, letter.body(), Map.of()), session);
        producer(queue).send(message);
    }

    private void sendMark(long life, String mark) throws JMSException {
        Message message = session.createTextMessage("");
        message.setStringProperty(BusProperties.REPLAY_MARK, mark);
        producer(deadLetters).send(message, Message.DEFAULT_DELIVERY_MODE, Message.DEFAULT_PRIORITY, life);
    }

    private MessageProducer producer(String queue) throws JMSException {
        MessageProducer known = producers.get(queue);
        if (known != null) {
            return known;
        }
        MessageProducer made = session.createProducer(link.queue(session, queue));
        producers.put(queue, made);
        return made;
    }
}
