package io.bitroutes.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.FreePort;
import io.bitroutes.RabbitServer;
import io.bitroutes.config.BusSettings;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

// A broker that runs is all that some tests need of it.
@SuppressWarnings("try")
@Timeout(120)
class ReplayTest {
    private static final String NAME = "a.dead";
    private static final ReplayChoice ALL = choice(null, null, null);

    @TempDir
    private Path state;

    /** What a test does with a broker. */
    @FunctionalInterface
    interface With {
        void broker(Broker broker) throws Exception;
    }

    @Test
    void theChosenGoBackAndTheOthersStay() throws Exception {
        onEmbedded(broker -> theChosenGoBackAndTheOthersStay(broker, "a."));
    }

    @Test
    void theChosenGoBackOverRabbitMqToo() throws Exception {
        String prefix = "test-" + UUID.randomUUID() + ".";
        try (com.rabbitmq.client.Connection connection = RabbitServer.connect()) {
            Broker broker = Bus.broker(Bus.settings(RabbitServer.URL, Optional.empty(), Optional.empty()));
            theChosenGoBackAndTheOthersStay(broker, prefix);
            for (String queue : List.of("dead", "customers", "datas")) {
                connection.createChannel().queueDelete(prefix + queue);
            }
        }
    }

    private static void theChosenGoBackAndTheOthersStay(Broker broker, String prefix) throws JMSException {
        String dead = prefix + "dead";
        letter(
                broker,
                dead,
                "one",
                Map.of("Operation", "customers.replace", "Code", "REFUSED", "Source", prefix + "customers"));
        letter(
                broker,
                dead,
                "two",
                Map.of("Operation", "customers.replace", "Code", "UNKNOWN", "Source", prefix + "customers"));
        letter(
                broker,
                dead,
                "three",
                Map.of("Operation", "datas.upsert", "Code", "REFUSED", "Source", prefix + "datas"));
        letter(
                broker,
                dead,
                "four",
                Map.of(
                        "Operation",
                        "customers.replace",
                        "Code",
                        "REFUSED",
                        "Msg",
                        "no such Region",
                        "Source",
                        prefix + "customers"));

        ReplayReport report = new Replay(broker, dead).run(choice("customers.replace", "REFUSED", "region"));
        assertThat(report).isEqualTo(new ReplayReport(Map.of(prefix + "customers", 1), 3, 0));
        assertThat(Bus.drain(broker, prefix + "customers")).containsExactly("four");

        ReplayReport rest = new Replay(broker, dead).run(choice(null, null, "T"));
        assertThat(rest).isEqualTo(new ReplayReport(Map.of(prefix + "customers", 1, prefix + "datas", 1), 1, 0));
        assertThat(Bus.drain(broker, prefix + "customers")).containsExactly("two");
        assertThat(Bus.drain(broker, prefix + "datas")).containsExactly("three");
        assertThat(Bus.drain(broker, dead)).containsExactly("one");
    }

    @Test
    void whatWasWrongIsNotCarriedAlongAndReplaysAreCounted() throws Exception {
        onEmbedded(broker -> {
            letter(
                    broker,
                    NAME,
                    "x",
                    Map.of("Operation", "customers.replace", "Code", "REFUSED", "Replays", 2, "Source", "a.queue"));

            new Replay(broker, NAME).run(ALL);

            Message back = Bus.drainMessages(broker, "a.queue").get(0);
            assertThat(back).isInstanceOf(TextMessage.class);
            assertThat(back.getStringProperty(BusProperties.OPERATION)).isEqualTo("customers.replace");
            assertThat(back.getStringProperty("mine")).isEqualTo("kept");
            assertThat(back.getIntProperty(BusProperties.REPLAYS)).isEqualTo(3);
            assertThat(back.propertyExists(BusProperties.CODE)).isFalse();
            assertThat(back.propertyExists(BusProperties.SOURCE)).isFalse();
        });
    }

    @Test
    void oneThatDoesNotSayWhereItCameFromStays() throws Exception {
        onEmbedded(broker -> {
            Bus.send(broker, NAME, "lost");

            assertThat(new Replay(broker, NAME).run(ALL)).isEqualTo(new ReplayReport(Map.of(), 0, 1));
            assertThat(Bus.drain(broker, NAME)).containsExactly("lost");
        });
    }

    @Test
    void endsThoughEveryLetterIsPutBackBehindTheOthers() throws Exception {
        onEmbedded(broker -> {
            List<String> texts = new ArrayList<>();
            for (int number = 0; number < 250; number++) {
                texts.add("letter " + number);
            }
            Bus.send(broker, NAME, texts.toArray(String[]::new));

            ReplayReport report = new Replay(broker, NAME).run(choice(null, "REFUSED", null));

            assertThat(report.left()).isEqualTo(250);
            assertThat(Bus.drain(broker, NAME)).containsExactlyElementsOf(texts);
        });
    }

    private void onEmbedded(With test) throws Exception {
        BusSettings settings = Bus.embedded(FreePort.next());
        try (EmbeddedBroker running = EmbeddedBroker.start(settings, state)) {
            test.broker(Bus.broker(settings));
        }
    }

    private static ReplayChoice choice(String operation, String code, String text) {
        return new ReplayChoice(Optional.ofNullable(operation), Optional.ofNullable(code), Optional.ofNullable(text));
    }

    private static void letter(Broker broker, String queue, String text, Map<String, Object> properties)
            throws JMSException {
        try (Link link = broker.connect()) {
            Session session = link.connection().createSession(true, Session.SESSION_TRANSACTED);
            MessageProducer producer = session.createProducer(link.queue(session, queue));
            Message message = session.createTextMessage(text);
            message.setStringProperty("mine", "kept");
            for (Map.Entry<String, Object> property : properties.entrySet()) {
                message.setObjectProperty(BusProperties.PREFIX + property.getKey(), property.getValue());
            }
            producer.send(message);
            session.commit();
        }
    }
}
