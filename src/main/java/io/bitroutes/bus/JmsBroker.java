package io.bitroutes.bus;

import io.bitroutes.config.BusSettings;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.util.Optional;

/** A broker whose client says all there is to say by JMS alone. */
record JmsBroker(ConnectionFactory factory, BusSettings.Login login, String address) implements Broker {

    @Override
    public Link connect() throws JMSException {
        return new JmsLink(connection(factory, login));
    }

    /** The password is read each time, so that it can be replaced without a restart. */
    static Connection connection(ConnectionFactory factory, BusSettings.Login login) throws JMSException {
        Optional<String> username = login.username();
        return username.isEmpty()
                ? factory.createConnection()
                : factory.createConnection(username.get(), SecretFile.read(login.passwordFile()));
    }

    private record JmsLink(Connection connection) implements Link {

        @Override
        public Queue queue(Session session, String name) throws JMSException {
            return session.createQueue(name);
        }

        @Override
        public void check(String name) {
            // Its client throws where it receives.
        }
    }
}
