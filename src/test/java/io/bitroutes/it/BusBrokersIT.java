package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.jms.admin.RMQConnectionFactory;
import com.rabbitmq.jms.admin.RMQDestination;
import io.bitroutes.ArtemisServer;
import io.bitroutes.RabbitServer;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Records from brokers in other processes, each by its own client. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BusBrokersIT {
    private static final int RECORDS = 300;
    private static final int DELIVERIES = 4;

    private final int port = Queues.freePort();
    private final String prefix = "test-" + UUID.randomUUID() + ".";
    private ArtemisServer artemis;

    @BeforeAll
    void startArtemis(@TempDir Path folder) throws IOException {
        artemis = ArtemisServer.start(port, folder, DELIVERIES);
    }

    @AfterAll
    void stopArtemis() {
        artemis.close();
    }

    @Test
    void artemisByItsOwnProtocol(@TempDir Path folder) throws Exception {
        String url = "tcp://127.0.0.1:" + port;
        try (Queues queues = Queues.of(new ActiveMQConnectionFactory(url))) {
            recordsLandAndPoisonComesBack(folder, url, "a.", queues);
        }
    }

    @Test
    void artemisByAmqp(@TempDir Path folder) throws Exception {
        String url = "amqp://127.0.0.1:" + port;
        try (Queues queues = Queues.of(new JmsConnectionFactory(url))) {
            recordsLandAndPoisonComesBack(folder, url, "b.", queues);
        }
    }

    @Test
    void rabbit(@TempDir Path folder) throws Exception {
        RMQConnectionFactory factory = new RMQConnectionFactory();
        factory.setUri("amqp://127.0.0.1:5672");
        factory.setKeepTextMessageType(true);
        try (Connection connection = RabbitServer.connect();
                Channel channel = connection.createChannel();
                Queues queues = new Queues(factory, name -> new RMQDestination(name, "", name, name))) {
            for (String name : List.of("customers.replace", "deadletter")) {
                channel.queueDeclare(prefix + name, true, false, false, Map.of());
            }
            recordsLandAndPoisonComesBack(folder, RabbitServer.URL, prefix, queues);
            for (String name : List.of("customers.replace", "deadletter", "ask")) {
                channel.queueDelete(prefix + name);
            }
        }
    }

    @Test
    void twoInstancesShareAQueueAndOneIsKilled(@TempDir Path one, @TempDir Path other) throws Exception {
        String url = "tcp://127.0.0.1:" + port;
        try (Sandbox sandbox = sandbox();
                Queues queues = Queues.of(new ActiveMQConnectionFactory(url));
                Program killed = launch(one, sandbox, url, "c.").start();
                Program survivor = launch(other, sandbox, url, "c.").start()) {
            for (int part = 0; part < 20; part++) {
                int from = part * RECORDS;
                queues.send("c.customers.replace", records(from, from + RECORDS).toList());
                if (part == 10) {
                    killed.kill();
                }
            }
            Waiting.until("landed", () -> sandbox.state().customerCount() == 20 * RECORDS);
            assertThat(survivor.isAlive()).isTrue();
            assertThat(queues.poll("c.deadletter", 100)).isNull();
        }
    }

    private static void recordsLandAndPoisonComesBack(Path folder, String url, String prefix, Queues queues)
            throws IOException, JMSException {
        try (Sandbox sandbox = sandbox();
                Program program = launch(folder, sandbox, url, prefix).start()) {
            CustomerFile.seedOwner(sandbox);
            String poison = "{\"name\": \"毒\",  \"referenceId\": \"" + CustomerFile.TAKEN + "\"}";
            queues.send(
                    prefix + "customers.replace",
                    Stream.concat(records(0, RECORDS), Stream.of(poison)).toList());

            TextMessage letter = (TextMessage) queues.next(prefix + "deadletter");
            assertThat(letter.getText()).isEqualTo(poison);
            assertThat(letter.getStringProperty("BitAnswerSource")).isEqualTo(prefix + "customers.replace");
            assertThat(letter.getStringProperty("BitAnswerCode")).isEqualTo("REFUSED");
            assertThat(letter.getLongProperty("BitAnswerPosition")).isEqualTo(1);
            Waiting.until("landed", () -> CustomerFile.heldBy(sandbox).size() == RECORDS);
            assertThat(program.isAlive()).isTrue();
        }
    }

    private static Stream<String> records(int from, int to) {
        return IntStream.range(from, to).mapToObj(number -> "{\"name\":\"n" + number + "\"}");
    }

    private static Sandbox sandbox() throws IOException {
        return Sandbox.start(SandboxOptions.defaults().withBitkey(ProgramTestBase.BITKEY));
    }

    private static Launch launch(Path folder, Sandbox sandbox, String url, String prefix) {
        return Launch.in(folder)
                .against(sandbox, ProgramTestBase.BITKEY)
                .with("BUS", "jms")
                .with("JMS_URL", url)
                .with("JMS_PREFIX", prefix)
                .with("JMS_LINGER", "100ms")
                .with("JMS_OPERATIONS", "customers.replace");
    }
}
