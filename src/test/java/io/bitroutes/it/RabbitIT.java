package io.bitroutes.it;

import static io.bitroutes.it.Questions.OPERATION;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.jms.admin.RMQConnectionFactory;
import com.rabbitmq.jms.admin.RMQDestination;
import io.bitroutes.RabbitServer;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Records and questions over RabbitMQ, from its own client, which knows no JMS, and from its JMS client. */
@Timeout(300)
class RabbitIT extends ProgramTestBase {
    private static final long LONGEST_ANSWER_SECONDS = 60;
    private static final String DIRECT = "amq.rabbitmq.reply-to";

    private final String prefix = "test-" + UUID.randomUUID() + ".";
    private Connection connection;
    private Channel channel;

    @Override
    Launch configured(Launch plain) {
        return plain.with("BUS", "jms")
                .with("JMS_URL", RabbitServer.URL)
                .with("JMS_PREFIX", prefix)
                .with("JMS_LINGER", "100ms")
                .with("JMS_OPERATIONS", "customers.replace");
    }

    /** Before the program: without a server there is nothing to test. */
    @Override
    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        connection = RabbitServer.connect();
        channel = connection.createChannel();
        super.start(folder);
        Waiting.until("a queue of questions", () -> hasQueue(prefix + "ask"));
    }

    @AfterAll
    void disconnect() throws IOException {
        if (connection != null) {
            for (String queue : List.of("ask", "deadletter", "answers", "customers.replace")) {
                channel.queueDelete(prefix + queue);
            }
            connection.close();
        }
    }

    @Test
    void recordsLandAndPoisonComesBack() throws Exception {
        channel.queueDeclare(prefix + "deadletter", true, false, false, Map.of());
        RMQConnectionFactory factory = new RMQConnectionFactory();
        factory.setUri("amqp://127.0.0.1:5672");
        factory.setKeepTextMessageType(true);
        try (Queues queues = Queues.of(factory, name -> new RMQDestination(name, "", name, name))) {
            BusBrokersIT.recordsLandAndPoisonComesBack(sandbox, prefix, queues);
        }
    }

    @Test
    void everyReadIsAnsweredWhereReplyToSays() throws Exception {
        AskIT.seedOneOfEach(sandbox);
        String mine = declared(prefix + "answers");

        AskIT.askEveryRead((operation, body) -> {
            Delivery answer = answer(operation, body, mine, mine);
            assertThat(answer.getProperties().getCorrelationId()).isEqualTo(operation + "-1");
            return json(answer.getBody());
        });
        assertThat(json(answer("customers.lost", "{}", mine, mine).getBody())
                        .path("code")
                        .textValue())
                .isEqualTo("INVALID");
    }

    @Test
    void withoutAQueueOfOnesOwn() throws Exception {
        Delivery answer = answer("customers.list", "{}", DIRECT, DIRECT);

        assertThat(json(answer.getBody()).path("code").textValue()).isEqualTo("DONE");
    }

    @Test
    void aClientOfJmsIsAnsweredToo() throws Exception {
        RMQConnectionFactory factory = new RMQConnectionFactory();
        factory.setUri("amqp://127.0.0.1:5672");
        try (jakarta.jms.Connection jms = factory.createConnection()) {
            Session session = jms.createSession(false, Session.AUTO_ACKNOWLEDGE);
            String answers = declared(prefix + "answers");
            Queue mine = new RMQDestination("answers", "", answers, answers);
            Message question = session.createTextMessage("{}");
            question.setStringProperty(OPERATION, "customers.list");
            question.setJMSReplyTo(mine);
            jms.start();
            try (MessageProducer producer =
                    session.createProducer(new RMQDestination("ask", "", prefix + "ask", prefix + "ask"))) {
                producer.send(question);
            }
            Message answer = session.createConsumer(mine).receive(TimeUnit.SECONDS.toMillis(LONGEST_ANSWER_SECONDS));

            assertThat(answer).isNotNull();
            assertThat(answer.getJMSCorrelationID()).isEqualTo(question.getJMSMessageID());
            assertThat(answer.getBody(String.class)).contains("\"code\":\"DONE\"");
        }
    }

    private Delivery answer(String operation, String body, String replyTo, String waitAt) throws Exception {
        BlockingQueue<Delivery> answers = new LinkedBlockingQueue<>();
        String tag = channel.basicConsume(waitAt, true, (consumer, answer) -> answers.add(answer), consumer -> {});
        BasicProperties properties = new BasicProperties.Builder()
                .replyTo(replyTo)
                .correlationId(operation + "-1")
                .headers(Map.of(OPERATION, operation))
                .build();
        channel.basicPublish("", prefix + "ask", properties, body.getBytes(StandardCharsets.UTF_8));
        Delivery answer = answers.poll(LONGEST_ANSWER_SECONDS, TimeUnit.SECONDS);
        assertThat(answer).as("answer to %s", operation).isNotNull();
        channel.basicCancel(tag);
        return answer;
    }

    private String declared(String name) throws IOException {
        return channel.queueDeclare(name, false, false, false, Map.of()).getQueue();
    }

    private static JsonNode json(byte[] body) throws IOException {
        return new JsonMapper().readTree(body);
    }

    private boolean hasQueue(String name) throws Exception {
        try (Channel asking = connection.createChannel()) {
            asking.queueDeclarePassive(name);
            return true;
        } catch (IOException thereIsNone) {
            return false;
        }
    }
}
