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
 * The least that any receiver in transactions must do, in a process of its own: one session, receive a thousand, commit,
 * until all are taken. It looks at nothing, and prints how many a second it took after the first thousand.
 */
record BareReceiving(String url, Path folder, List<String> jvmOptions) {
    private static final int IN_ONE = 1000;
    private static final long LONGEST_WAIT = 10_000;
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String CLASSES = Stream.of("test-classes", "classes", "lib/*")
            .map(part -> Path.of("target").toAbsolutePath() + "/" + part)
            .collect(Collectors.joining(File.pathSeparator));

    /** How many messages a second it takes from a queue that holds as many. */
    long rate(String queue, int messages) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", CLASSES, BareReceiving.class.getName(), url, queue, String.valueOf(messages)));
        try (Program loop = Program.spawn(new ProcessBuilder(command), folder)) {
            if (loop.exitCode(Duration.ofMinutes(2)) != 0) {
                throw new IllegalStateException(loop.errors());
            }
            return Long.parseLong(loop.output().strip());
        }
    }

    public static void main(String[] arguments) throws JMSException {
        int wanted = Integer.parseInt(arguments[2]);
        try (Connection connection = new ActiveMQConnectionFactory(arguments[0]).createConnection()) {
            Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
            MessageConsumer consumer = session.createConsumer(session.createQueue(arguments[1]));
            connection.start();
            long begun = 0;
            for (int taken = 0; taken < wanted; taken += IN_ONE) {
                receive(consumer);
                session.commit();
                begun = taken == 0 ? System.nanoTime() : begun;
            }
            long rate = (wanted - IN_ONE) * 1_000_000_000L / (System.nanoTime() - begun);
            System.out.println(rate);
        }
    }

    private static void receive(MessageConsumer consumer) throws JMSException {
        for (int number = 0; number < IN_ONE; number++) {
            Message message = consumer.receive(LONGEST_WAIT);
            if (message == null) {
                throw new IllegalStateException("no message comes");
            }
        }
    }
}
