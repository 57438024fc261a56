package io.bitroutes.faults;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.jms.admin.RMQConnectionFactory;
import com.rabbitmq.jms.admin.RMQDestination;
import io.bitroutes.RabbitServer;
import io.bitroutes.it.Queues;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The RabbitMQ of this machine. It belongs to others as well, so it is not killed: what leads to it breaks. Without a server
 * the test is skipped.
 */
final class RabbitFaultBroker implements FaultBroker {
    private static final int PORT = 5672;
    private static final List<String> QUEUES = List.of("customers.replace", "product.create", "deadletter", "ask");

    private final String prefix = "test-" + UUID.randomUUID() + ".";
    private final Connection connection;
    private final Channel channel;
    private final Relay relay;

    private RabbitFaultBroker(Map<String, Object> arguments) throws IOException {
        connection = RabbitServer.connect();
        channel = connection.createChannel();
        for (String queue : QUEUES) {
            channel.queueDeclare(prefix + queue, true, false, false, arguments);
        }
        relay = new Relay(PORT);
    }

    /** Its queues deliver as often as they must, and take back what a lost client had in the order it had it. */
    static RabbitFaultBroker classic() throws IOException {
        return new RabbitFaultBroker(Map.of());
    }

    /**
     * Its queues keep no order when a client is lost, as JMS fetches messages one by one: each fetch is a consumer to them.
     *
     * @param deliveries after how many a message is given up
     */
    static RabbitFaultBroker quorum(int deliveries) throws IOException {
        return new RabbitFaultBroker(Map.of("x-queue-type", "quorum", "x-delivery-limit", deliveries));
    }

    @Override
    public String url() {
        return "rabbitmq://127.0.0.1:" + relay.port();
    }

    @Override
    public String prefix() {
        return prefix;
    }

    @Override
    public Queues queues() throws JMSException {
        RMQConnectionFactory factory = new RMQConnectionFactory();
        factory.setHost("127.0.0.1");
        factory.setPort(PORT);
        factory.setKeepTextMessageType(true);
        return Queues.of(factory, name -> new RMQDestination(name, "", name, name));
    }

    @Override
    public void takeAway() throws IOException {
        relay.close();
    }

    @Override
    public void giveBack() throws IOException {
        relay.open();
    }

    @Override
    public void close() throws IOException {
        relay.close();
        for (String queue : QUEUES) {
            channel.queueDelete(prefix + queue);
        }
        connection.close();
    }
}
