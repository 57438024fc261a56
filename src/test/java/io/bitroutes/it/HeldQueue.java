package io.bitroutes.it;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import jakarta.jms.QueueConnection;
import jakarta.jms.QueueRequestor;
import jakarta.jms.QueueSession;
import jakarta.jms.Session;
import java.util.Collection;
import org.apache.activemq.artemis.api.core.management.ResourceNames;
import org.apache.activemq.artemis.api.jms.management.JMSManagementHelper;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;

/** A queue of Artemis that is filled while those who receive from it get nothing, and then given free. */
final class HeldQueue implements AutoCloseable {
    private static final Queue MANAGEMENT = new ActiveMQQueue("activemq.management");

    private final String name;
    private final Queues sender;
    private final QueueConnection connection;

    HeldQueue(String url, String name) throws JMSException {
        this.name = name;
        this.sender = Queues.of(new ActiveMQConnectionFactory(url));
        this.connection = new ActiveMQConnectionFactory(url).createQueueConnection();
        this.connection.start();
    }

    /** Waits until there is such a queue: whoever receives from it makes it. */
    void hold() {
        Waiting.until(name + " is held", () -> obeys("pause"));
    }

    void fill(Collection<String> texts) throws JMSException {
        sender.send(name, texts);
    }

    void giveFree() throws JMSException {
        if (!obeys("resume")) {
            throw new IllegalStateException(name + " stays held");
        }
    }

    private boolean obeys(String operation) throws JMSException {
        try (QueueSession session = connection.createQueueSession(false, Session.AUTO_ACKNOWLEDGE)) {
            Message order = session.createMessage();
            JMSManagementHelper.putOperationInvocation(order, ResourceNames.QUEUE + name, operation);
            return JMSManagementHelper.hasOperationSucceeded(new QueueRequestor(session, MANAGEMENT).request(order));
        }
    }

    @Override
    public void close() throws JMSException {
        connection.close();
        sender.close();
    }
}
