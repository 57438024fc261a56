package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.ArtemisServer;
import io.bitroutes.FreePort;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two programs on one queue of a broker in another process, over AMQP 1.0. */
// That the broker runs is all that is needed of it.
@SuppressWarnings("try")
@Timeout(300)
class BusBrokersIT {
    private static final String PREFIX = "two.";
    private static final int RECORDS = 300;
    private static final int PARTS = 4;
    private static final int DELIVERIES = 4;

    @Test
    void twoInstancesShareAQueueAndOneIsKilled(@TempDir Path folder) throws Exception {
        int port = FreePort.next();
        String url = "amqp://127.0.0.1:" + port;
        try (ArtemisServer artemis = ArtemisServer.start(port, folder.resolve("artemis"), DELIVERIES);
                Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withBitkey(ProgramTestBase.BITKEY));
                Queues queues = Queues.of(new JmsConnectionFactory(url));
                Program killed = launch(folder, "one", sandbox, url).spawn();
                Program survivor = launch(folder, "other", sandbox, url).spawn()) {
            killed.awaitReady();
            survivor.awaitReady();
            for (int part = 1; part <= PARTS; part++) {
                queues.send(PREFIX + "customers.replace", records(part * RECORDS, RECORDS));
            }
            Waiting.until("some landed", () -> sandbox.state().customerCount() > 0);
            killed.kill();
            Waiting.until("landed", () -> sandbox.state().customerCount() == PARTS * RECORDS);

            CustomerFile.seedOwner(sandbox);
            recordsLandAndPoisonComesBack(sandbox, PREFIX, queues);
            assertThat(survivor.isAlive()).isTrue();
            assertThat(queues.poll(PREFIX + "deadletter", 100)).isNull();
        }
    }

    static void recordsLandAndPoisonComesBack(Sandbox sandbox, String prefix, Queues queues) throws JMSException {
        String poison = "{\"name\": \"毒\",  \"referenceId\": \"" + CustomerFile.TAKEN + "\"}";
        List<String> texts = new ArrayList<>(records(0, RECORDS));
        texts.add(poison);
        queues.send(prefix + "customers.replace", texts);

        TextMessage letter = (TextMessage) queues.next(prefix + "deadletter");
        assertThat(letter.getText()).isEqualTo(poison);
        assertThat(letter.getStringProperty("BitAnswerSource")).isEqualTo(prefix + "customers.replace");
        assertThat(letter.getStringProperty("BitAnswerCode")).isEqualTo("REFUSED");
        assertThat(letter.getLongProperty("BitAnswerPosition")).isEqualTo(1);
        Waiting.until("landed", () -> IntStream.range(0, RECORDS)
                .allMatch(number -> sandbox.state().customer("n" + number).isPresent()));
    }

    private static List<String> records(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(number -> "{\"name\":\"n" + number + "\"}")
                .toList();
    }

    private static Launch launch(Path folder, String name, Sandbox sandbox, String url) throws IOException {
        return Launch.in(Files.createDirectory(folder.resolve(name)))
                .against(sandbox, ProgramTestBase.BITKEY)
                .with("BUS", "jms")
                .with("JMS_URL", url)
                .with("JMS_PREFIX", PREFIX)
                .with("JMS_LINGER", "100ms")
                .with("JMS_OPERATIONS", "customers.replace");
    }
}
