package io.bitroutes.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.FreePort;
import io.bitroutes.config.BusSettings;
import io.bitroutes.text.Texts;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Replies over the broker in this process. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepliesTest {
    private static final long LONG_ENOUGH = 30_000;

    private EmbeddedBroker running;
    private Broker broker;
    private Link link;
    private Session session;

    @BeforeAll
    void start(@TempDir Path state) throws Exception {
        BusSettings settings = Bus.embedded(FreePort.next());
        running = EmbeddedBroker.start(settings, state);
        broker = Bus.broker(settings);
        link = broker.connect();
        link.connection().start();
        session = link.connection().createSession(false, Session.AUTO_ACKNOWLEDGE);
    }

    @AfterAll
    void stop() throws Exception {
        link.close();
        running.close();
    }

    @Test
    void aWriterIsToldWhatBecameOfItsRecords() throws JMSException {
        Destination mine = session.createTemporaryQueue();
        try (Replies replies = replies()) {
            new WriteReplies(replies)
                    .tell(
                            request(Optional.of("corr"), Optional.of(mine)),
                            "customers.update",
                            2,
                            List.of(new RejectedRecord(3, "REFUSED", "1007", "customer 'c' does not exist")));

            Message reply = received(mine);
            assertThat(((TextMessage) reply).getText())
                    .isEqualTo(
                            "{\"confirmed\":2,\"rejected\":[{\"position\":3,\"code\":\"REFUSED\",\"status\":\"1007\","
                                    + "\"msg\":\"customer 'c' does not exist\"}]}");
            assertThat(reply.getJMSCorrelationID()).isEqualTo("corr");
            assertThat(reply.getStringProperty("BitAnswerOperation")).isEqualTo("customers.update");
            assertThat(reply.getJMSExpiration()).isGreaterThan(System.currentTimeMillis());
        }
    }

    @Test
    void withoutACorrelationIdTheMessagesOwnIdStandsForIt() throws JMSException {
        Destination mine = session.createQueue("replies.here");
        try (Replies replies = replies()) {
            new WriteReplies(replies)
                    .tell(request(Optional.empty(), Optional.of(mine)), "customers.update", 1, List.of());

            assertThat(received(mine).getJMSCorrelationID()).isEqualTo("ID:request");
        }
    }

    @Test
    void whoWantsNoReplyGetsNone() {
        try (Replies replies = Replies.start(nowhere(), Duration.ofMinutes(1), Texts.in("en"))) {
            new WriteReplies(replies)
                    .tell(request(Optional.empty(), Optional.empty()), "customers.update", 1, List.of());
        }
    }

    @Test
    void aReplyThatCannotBeSentTakesNoOtherWithIt() throws JMSException {
        Destination foreign = new Destination() {};
        Destination mine = session.createTemporaryQueue();
        try (Replies replies = replies()) {
            WriteReplies writes = new WriteReplies(replies);
            writes.tell(request(Optional.of("lost"), Optional.of(foreign)), "customers.update", 1, List.of());
            writes.tell(request(Optional.of("a"), Optional.of(mine)), "customers.update", 1, List.of());
            writes.tell(request(Optional.of("lost"), Optional.of(foreign)), "customers.update", 1, List.of());
            writes.tell(request(Optional.of("b"), Optional.of(mine)), "customers.update", 1, List.of());

            try (MessageConsumer consumer = session.createConsumer(mine)) {
                assertThat(consumer.receive(LONG_ENOUGH).getJMSCorrelationID()).isEqualTo("a");
                assertThat(consumer.receive(LONG_ENOUGH).getJMSCorrelationID()).isEqualTo("b");
            }
        }
    }

    @Test
    void thousandsOfReplies() throws JMSException {
        Destination mine = session.createTemporaryQueue();
        try (Replies replies = replies();
                MessageConsumer consumer = session.createConsumer(mine)) {
            WriteReplies writes = new WriteReplies(replies);
            for (int number = 0; number < 3_000; number++) {
                writes.tell(
                        request(Optional.of(String.valueOf(number)), Optional.of(mine)),
                        "customers.update",
                        1,
                        List.of());
            }
            for (int number = 0; number < 3_000; number++) {
                assertThat(consumer.receive(LONG_ENOUGH).getJMSCorrelationID()).isEqualTo(String.valueOf(number));
            }
        }
    }

    private Replies replies() {
        return Replies.start(broker, Duration.ofMinutes(1), Texts.in("en"));
    }

    private static Broker nowhere() {
        return new Broker() {
            @Override
            public Link connect() throws JMSException {
                throw new JMSException("nobody there");
            }

            @Override
            public String address() {
                return "nowhere";
            }
        };
    }

    private Message received(Destination where) throws JMSException {
        try (MessageConsumer consumer = session.createConsumer(where)) {
            return consumer.receive(LONG_ENOUGH);
        }
    }

    private static BusMessage request(Optional<String> correlation, Optional<Destination> replyTo) {
        return new BusMessage(
                "bitanswer.customers.update",
                new BusMessage.Text("[]"),
                Optional.of("ID:request"),
                correlation,
                replyTo,
                Map.of(),
                false,
                Instant.EPOCH,
                1);
    }
}
