import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * Prints what lies in a queue, and leaves it there: java -cp target/bitanswer-routes.jar samples/bus/Look.java [broker]
 * [queue]
 */
public final class Look {
    private static final List<String> PROPERTIES = List.of(
            "BitAnswerOperation",
            "BitAnswerSource",
            "BitAnswerPosition",
            "BitAnswerCode",
            "BitAnswerStatus",
            "BitAnswerMsg",
            "BitAnswerRequestId",
            "BitAnswerAttempts");

    public static void main(String[] arguments) throws Exception {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(arguments[0]);
                Connection connection = factory.createConnection()) {
            Session session = connection.createSession();
            connection.start();
            Enumeration<?> messages =
                    session.createBrowser(session.createQueue(arguments[1])).getEnumeration();
            while (messages.hasMoreElements()) {
                print((Message) messages.nextElement());
            }
        }
    }

    private static void print(Message message) throws JMSException {
        for (String property : PROPERTIES) {
            if (message.propertyExists(property)) {
                System.out.println(property + ": " + message.getStringProperty(property));
            }
        }
        System.out.println(body(message).strip().indent(2));
    }

    /** A message may have none. */
    private static String body(Message message) throws JMSException {
        if (message instanceof BytesMessage) {
            return new String(message.getBody(byte[].class), StandardCharsets.UTF_8);
        }
        return message instanceof TextMessage ? String.valueOf(message.getBody(String.class)) : message.toString();
    }
}
