import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * Sends files as messages and prints the reply to each: java -cp target/bitanswer-routes.jar samples/bus/Send.java [broker]
 * [file]... A file's name begins with its operation; those that read go to the queue of questions.
 */
public final class Send {
    private static final List<String> READS = List.of("list", "query", "get");
    private static final long LONGEST_WAIT_MILLIS = 30_000;

    public static void main(String[] arguments) throws Exception {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(arguments[0]);
                Connection connection = factory.createConnection()) {
            Session session = connection.createSession();
            connection.start();
            for (String file : Arrays.copyOfRange(arguments, 1, arguments.length)) {
                send(session, Path.of(file));
            }
        }
    }

    private static void send(Session session, Path file) throws JMSException, IOException {
        String[] name = file.getFileName().toString().split("\\.");
        String operation = name[0] + "." + name[1];
        boolean question = READS.contains(name[1]);
        String queue = question ? "bitanswer.ask" : "bitanswer." + operation;
        Queue answers = session.createTemporaryQueue();
        TextMessage message = session.createTextMessage(Files.readString(file));
        message.setJMSReplyTo(answers);
        if (question) {
            message.setStringProperty("BitAnswerOperation", operation);
        }
        session.createProducer(session.createQueue(queue)).send(message);
        try (MessageConsumer replies = session.createConsumer(answers)) {
            TextMessage reply = (TextMessage) replies.receive(LONGEST_WAIT_MILLIS);
            System.out.println(file.getFileName() + " to " + queue + "\n  "
                    + (reply == null ? "no reply" : reply.getText()));
        }
    }
}
