package io.bitroutes;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Assumptions;

/** The RabbitMQ of this machine, if it has one. */
public final class RabbitServer {
    /** Where it is, for the program. */
    public static final String URL = "rabbitmq://127.0.0.1:5672";

    /** With this variable in the environment a missing server is a failure. */
    private static final String REQUIRED = "BITROUTES_TESTS_REQUIRE_RABBIT";

    private RabbitServer() {}

    /** A connection of its own client; without a server the test is skipped, and says so. */
    public static Connection connect() {
        ConnectionFactory factory = new ConnectionFactory();
        factory.setHost("127.0.0.1");
        try {
            return factory.newConnection();
        } catch (IOException | TimeoutException e) {
            if (System.getenv(REQUIRED) != null) {
                throw new IllegalStateException(REQUIRED + " is set, and there is no RabbitMQ on 127.0.0.1:5672", e);
            }
            Assumptions.abort("no RabbitMQ on 127.0.0.1:5672: " + e);
            throw new IllegalStateException(e);
        }
    }
}
