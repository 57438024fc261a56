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
 * until all are taken. It looks at nothing, and prints how many a second it took of each half after the first thousand.
 */
record BareReceiving(String url, Path folder, List<String> jvmOptions) {
    private static final int IN_ONE = 1000;
    private static final long LONGEST_WAIT = 10_000;
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final String CLASSES = Stream.of("test-classes", "classes", "lib/*")
            .map(part -> Path.of("target").toAbsolutePath() + "/" + part)
            .collect(Collectors.joining(File.pathSeparator));

    /**
     * How many messages a second.
     *
     * @param cold while the process is new
     * @param warm after as many messages
     * @param microseconds of processor time that the process took for each message of both halves
     */
    record Speed(long cold, long warm, double microseconds) {}

    /** How fast it takes a queue that holds twice as many. */
    Speed speed(String queue, int half) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", CLASSES, BareReceiving.class.getName(), url, queue, String.valueOf(half)));
        try (Program loop = Program.spawn(new ProcessBuilder(command), folder)) {
            if (loop.exitCode(Duration.ofMinutes(2)) != 0) {
                throw new IllegalStateException(loop.errors());
            }
            String[] said = loop.output().strip().split(" ", -1);
            double microseconds = Long.parseLong(said[2]) / 2.0 / half;
            return new Speed(Long.parseLong(said[0]), Long.parseLong(said[1]), microseconds);
        }
    }

    public static void main(String[] arguments) throws JMSException {
        int half = Integer.parseInt(arguments[2]);
        try (Connection connection = new ActiveMQConnectionFactory(arguments[0]).createConnection()) {
            Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
            MessageConsumer consumer = session.createConsumer(session.createQueue(arguments[1]));
            connection.start();
            receive(IN_ONE, session, consumer);
            long cold = receive(half - IN_ONE, session, consumer);
            long warm = receive(half, session, consumer);
            System.out.println(cold + " " + warm + " "
                    + ProcessorTime.of(ProcessHandle.current().pid()).toNanos() / 1000);
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
            Message message = consumer.receive(LONGEST_WAIT);
            if (message == null) {
                throw new IllegalStateException("no message comes");
            }
        }
    }
}
