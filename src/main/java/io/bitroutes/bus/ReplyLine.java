package io.bitroutes.bus;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.List;

/** A session that replies are sent in. For one thread. */
final class ReplyLine implements AutoCloseable {
    private final Link link;
    private final Session session;
    private final Duration timeToLive;

    private ReplyLine(Link link, Session session, Duration timeToLive) {
        this.link = link;
        this.session = session;
        this.timeToLive = timeToLive;
    }

    static ReplyLine open(Broker broker, Duration timeToLive) throws JMSException {
        Link link = broker.connect();
        try {
            return new ReplyLine(link, link.connection().createSession(true, Session.SESSION_TRANSACTED), timeToLive);
        } catch (JMSException | RuntimeException e) {
            Line.closeAfter(e, link);
            throw e;
        }
    }

    /** All of them or none. */
    void send(List<BusReply> replies) throws JMSException {
        for (BusReply reply : replies) {
            TextMessage message = session.createTextMessage(reply.json());
            message.setStringProperty(BusProperties.OPERATION, reply.operation());
            message.setJMSCorrelationID(reply.correlationId().orElse(null));
            try (MessageProducer producer = session.createProducer(reply.to())) {
                producer.setDeliveryMode(DeliveryMode.PERSISTENT);
                producer.setTimeToLive(timeToLive.toMillis());
                producer.send(message);
            }
        }
        session.commit();
    }

    @Override
    public void close() throws JMSException {
        link.close();
    }
}
