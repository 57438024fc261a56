package io.bitroutes.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.FreePort;
import io.bitroutes.config.BusSettings;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// A broker that runs is all that some tests need of it.
@SuppressWarnings("try")
class EmbeddedBrokerTest {
    @TempDir
    private Path state;

    @Test
    void aMessageIsThereAfterARestart() throws Exception {
        BusSettings settings = Bus.embedded(FreePort.next());
        Broker broker = Bus.broker(settings);
        try (EmbeddedBroker first = EmbeddedBroker.start(settings, state)) {
            Bus.send(broker, "a.queue", "one", "two");
        }

        try (EmbeddedBroker second = EmbeddedBroker.start(settings, state)) {
            assertThat(Bus.drain(broker, "a.queue")).containsExactly("one", "two");
        }
    }

    @Test
    void noNumberOfDeliveriesLosesAMessage() throws Exception {
        BusSettings settings = Bus.embedded(FreePort.next());
        Broker broker = Bus.broker(settings);
        try (EmbeddedBroker running = EmbeddedBroker.start(settings, state)) {
            Bus.send(broker, "a.queue", "one");
            try (Link link = broker.connect()) {
                Session session = link.connection().createSession(true, Session.SESSION_TRANSACTED);
                var consumer = session.createConsumer(link.queue(session, "a.queue"));
                link.connection().start();
                for (int delivery = 1; delivery <= 30; delivery++) {
                    assertThat(consumer.receive(20_000).getIntProperty("JMSXDeliveryCount"))
                            .isEqualTo(delivery);
                    session.rollback();
                }
            }

            assertThat(Bus.drain(broker, "a.queue")).containsExactly("one");
        }
    }

    @Test
    void onlyTheConfiguredUserIsLetIn() throws Exception {
        int port = FreePort.next();
        Path password = Files.writeString(state.resolve("password"), "secret\n");
        BusSettings settings = Bus.embedded(port, Optional.of("me"), Optional.of(password));
        Broker stranger = Bus.broker(Bus.embedded(port));
        try (EmbeddedBroker running = EmbeddedBroker.start(settings, state)) {
            Bus.send(Bus.broker(settings), "a.queue", "one");

            assertThat(Bus.drain(Bus.broker(settings), "a.queue")).containsExactly("one");
            assertThatThrownBy(stranger::connect).isInstanceOf(JMSException.class);
        }
    }
}
