package io.bitroutes.bus;

import com.rabbitmq.client.Channel;
import com.rabbitmq.jms.admin.RMQConnectionFactory;
import com.rabbitmq.jms.admin.RMQDestination;
import com.rabbitmq.jms.client.HandleAnyReplyToStrategy;
import io.bitroutes.config.BusSettings;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.io.IOException;
import java.util.Map;

/**
 * RabbitMQ. Queues are plain ones, as every client of RabbitMQ fills them: a JMS queue of this client would hold
 * serialised Java, which is never read here.
 */
final class RabbitBroker implements Broker {
    private final RMQConnectionFactory factory;
    private final BusSettings.Login login;
    private final String address;
    private com.rabbitmq.client.Connection made;

    RabbitBroker(RMQConnectionFactory factory, BusSettings.Login login, String address) {
        this.factory = factory;
        this.login = login;
        this.address = address;
        factory.setKeepTextMessageType(true);
        // Other clients of RabbitMQ say by reply_to where they wait.
        factory.setReplyToStrategy(HandleAnyReplyToStrategy.INSTANCE);
        // Whoever receives begins anew: what was received before is no longer ours.
        factory.setAmqpConnectionFactoryPostProcessor(amqp -> amqp.setAutomaticRecoveryEnabled(false));
        factory.setAmqpConnectionPostProcessor(connection -> made = connection);
    }

    @Override
    public synchronized Link connect() throws JMSException {
        return new RabbitLink(JmsBroker.connection(factory, login), made);
    }

    @Override
    public String address() {
        return address;
    }

    private record RabbitLink(Connection connection, com.rabbitmq.client.Connection amqp) implements Link {

        @Override
        public Queue queue(Session session, String name) throws JMSException {
            if (!exists(name)) {
                declare(name);
            }
            return new RMQDestination(name, "", name, name);
        }

        /** On a channel of its own: a channel ends with the first question that is answered with no. */
        private boolean exists(String name) {
            try {
                Channel channel = amqp.createChannel();
                channel.queueDeclarePassive(name);
                channel.abort();
                return true;
            } catch (IOException | RuntimeException thereIsNone) {
                return false;
            }
        }

        private void declare(String name) throws JMSException {
            try {
                Channel channel = amqp.createChannel();
                channel.queueDeclare(name, true, false, false, Map.of());
                channel.abort();
            } catch (IOException | RuntimeException e) {
                JMSException failure =
                        new JMSException("the queue " + name + " is not there, and cannot be made: " + e.getCause());
                failure.initCause(e);
                throw failure;
            }
        }

        /** Its client takes a closed connection for an empty queue. */
        @Override
        public void check(String name) throws JMSException {
            if (!amqp.isOpen() || !exists(name)) {
                throw new JMSException("the connection is closed, or the queue " + name + " is gone");
            }
        }
    }
}
