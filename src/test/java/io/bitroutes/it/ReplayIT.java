package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters that are moved back, in the broker of a program that runs beside. */
@Timeout(180)
class ReplayIT {
    private static final String KEY = "a-key-of-the-sandbox";
    private static final String DEAD_LETTERS = "bitanswer.deadletter";
    /** A queue that nobody receives from. */
    private static final String SOURCE = "crm.parked";

    @TempDir
    Path folder;

    private Sandbox sandbox;
    private Launch launch;
    private Program program;
    private Connection connection;
    private Session session;

    @BeforeEach
    void start() throws IOException, JMSException {
        int port = freePort();
        sandbox = Sandbox.start(SandboxOptions.defaults().withBitkey(KEY));
        launch = Launch.in(folder).against(sandbox, KEY).with("BUS", "jms").with("JMS_URL", "embedded:" + port);
        program = launch.start();
        connection = new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port).createConnection();
        session = connection.createSession(true, Session.SESSION_TRANSACTED);
        connection.start();
    }

    @AfterEach
    void stop() throws JMSException {
        connection.close();
        program.close();
        sandbox.close();
    }

    @Test
    void saysWhatItMovedAndWhatItLeft() throws Exception {
        letters("REFUSED", "one", "two");
        letters("UNKNOWN", "three");

        try (Program replay = spawn("--code", "refused", "--operation", "customers.replace")) {
            assertThat(replay.exitCode()).as(replay.errors()).isZero();
            assertThat(replay.output().lines())
                    .containsExactly("moved back: 2 to " + SOURCE, "left, as they were not chosen: 1");
        }
        assertThat(drain(SOURCE)).containsExactly("one", "two");
        assertThat(drain(DEAD_LETTERS)).containsExactly("three");
    }

    @Test
    void aBadChoiceIsExplained() throws IOException {
        assertThat(failureOf()).contains("--operation, --code, --text").contains("--all");
        assertThat(failureOf("--all", "--code", "REFUSED")).contains("--all");
        assertThat(failureOf("--operation", "customers.replce")).contains("did you mean 'customers.replace'");
        assertThat(failureOf("--code", "REFUSD")).contains("did you mean 'REFUSED'");
    }

    @Test
    void aKillInTheMiddleLosesAndDoublesNothing() throws Exception {
        List<String> texts =
                IntStream.range(0, 3_000).mapToObj(number -> "record " + number).toList();
        letters("REFUSED", texts.toArray(String[]::new));

        List<String> back = new ArrayList<>();
        try (Program killed = spawn("--all")) {
            Waiting.until("some were moved", () -> back.addAll(drain(SOURCE)));
            killed.kill();
        }
        try (Program second = spawn("--all")) {
            assertThat(second.exitCode()).as(second.errors()).isZero();
        }
        back.addAll(drain(SOURCE));

        Collections.sort(back);
        assertThat(back).containsExactlyElementsOf(texts.stream().sorted().toList());
        assertThat(drain(DEAD_LETTERS)).isEmpty();
    }

    private Program spawn(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("replay"));
        arguments.addAll(List.of(options));
        return launch.spawn(arguments.toArray(String[]::new));
    }

    private String failureOf(String... options) throws IOException {
        try (Program replay = spawn(options)) {
            assertThat(replay.exitCode()).isEqualTo(2);
            return replay.errors();
        }
    }

    private void letters(String code, String... texts) throws JMSException {
        try (MessageProducer producer = session.createProducer(session.createQueue(DEAD_LETTERS))) {
            for (String text : texts) {
                Message letter = session.createTextMessage(text);
                letter.setStringProperty("BitAnswerOperation", "customers.replace");
                letter.setStringProperty("BitAnswerCode", code);
                letter.setStringProperty("BitAnswerSource", SOURCE);
                producer.send(letter);
            }
        }
        session.commit();
    }

    /** Without the mark of a run that was killed, which goes by itself. */
    private List<String> drain(String queue) throws JMSException {
        List<String> texts = new ArrayList<>();
        try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
            for (Message message = consumer.receive(200); message != null; message = consumer.receive(200)) {
                if (!message.propertyExists("BitAnswerReplayMark")) {
                    texts.add(message.getBody(String.class));
                }
            }
        }
        session.commit();
        return texts;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
