package io.bitroutes.it;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * The least that any receiver in transactions must do, in a process of its own: one session, receive a thousand, commit.
 * It looks at nothing, and prints how many a second it took of each round of messages after the first thousand.
 */
final class BareReceiving implements AutoCloseable {
    private static final int IN_ONE = 1000;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String CLASSES = Stream.of("test-classes", "classes", "lib/*")
            .map(part -> Path.of("target").toAbsolutePath() + "/" + part)
            .collect(Collectors.joining(File.pathSeparator));

    private final Program process;

    private BareReceiving(Program process) {
        this.process = process;
    }

    /** Receives whatever comes to a queue, until it is closed. */
    static BareReceiving start(String url, String queue, int round, Path folder, List<String> jvm) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(jvm);
        command.addAll(List.of("-cp", CLASSES, BareReceiving.class.getName(), url, queue, String.valueOf(round)));
        return new BareReceiving(Program.spawn(new ProcessBuilder(command), folder));
    }

    /** How many messages a second it took of that round, from 1; waits for its end. */
    long rate(int round) {
        Waiting.until("a round of the loop", LONGEST, () -> !process.isAlive() || rates().length >= round);
        if (!process.isAlive()) {
            throw new IllegalStateException(process.errors());
        }
        return Long.parseLong(rates()[round - 1]);
    }

    private String[] rates() {
        return process.output().lines().toArray(String[]::new);
    }

    @Override
    public void close() {
        process.close();
    }

    public static void main(String[] arguments) throws JMSException {
        int round = Integer.parseInt(arguments[2]);
        try (Connection connection = new ActiveMQConnectionFactory(arguments[0]).createConnection()) {
            Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
            MessageConsumer consumer = session.createConsumer(session.createQueue(arguments[1]));
            connection.start();
            while (true) {
                receive(IN_ONE, session, consumer);
                System.out.println(receive(round - IN_ONE, session, consumer));
            }
        }
    }

    /** How many a second. */
    private static long receive(int messages, Session session, MessageConsumer consumer) throws JMSException {
        long begun = System.nanoTime();
        for (int taken = 0; taken < messages; taken += IN_ONE) {
            receive(consumer);
            session.commit();
        }
        return messages * 1_000_000_000L / (System.nanoTime() - begun);
    }

    private static void receive(MessageConsumer consumer) throws JMSException {
        for (int number = 0; number < IN_ONE; number++) {
            Message message = consumer.receive();
            if (message == null) {
                throw new IllegalStateException("the connection is closed");
            }
        }
    }
}
