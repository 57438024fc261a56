package io.bitroutes.it;

import static io.bitroutes.it.Questions.OPERATION;
import static io.bitroutes.it.Questions.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import io.bitroutes.sandbox.Sandbox;
import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Questions to a program that keeps the broker itself, by both protocols it speaks. */
class AskIT extends BusTestBase {
    private static final List<Operation> READS = Operations.load().all().stream()
            .filter(operation -> !operation.writes())
            .toList();

    /** Some way to ask. */
    @FunctionalInterface
    interface Asking {
        JsonNode ask(String operation, String body) throws Exception;
    }

    private Questions questions;

    @BeforeAll
    void connect() throws JMSException {
        questions = new Questions(artemis(), "bitanswer.ask");
    }

    @AfterAll
    void disconnect() throws JMSException {
        questions.close();
    }

    @Test
    void everyReadIsAnswered() throws Exception {
        seedOneOfEach(sandbox);

        askEveryRead(questions::ask);
    }

    @Test
    void everyReadIsAnsweredByAmqpToo() throws Exception {
        seedOneOfEach(sandbox);

        try (Questions amqp = new Questions(amqp(), "bitanswer.ask")) {
            askEveryRead(amqp::ask);
        }
    }

    @Test
    void allPagesAndNoMoreThanAnAnswerMayHold() throws JMSException {
        sandbox.state().clear();
        List<String> names =
                IntStream.range(0, 2500).mapToObj(number -> "c" + number).toList();
        sandbox.state()
                .seedCustomers(names.stream().map(name -> Map.of("name", name)).toList());

        List<String> seen = new ArrayList<>();
        JsonNode answer;
        do {
            answer = questions.ask("customers.list", "{\"all\": true, \"offset\": " + seen.size() + "}");
            assertThat(answer.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(61 << 10);
            seen.addAll(answer.at("/data/items").findValuesAsText("name"));
        } while (answer.at("/data/more").booleanValue());

        assertThat(seen).isEqualTo(names);
        assertThat(requests("customers.list").size()).isGreaterThan(3);
    }

    @Test
    void whatIsWrongWithAQuestionIsAnswered() throws JMSException {
        assertThat(msg("INVALID", questions.ask("customer.gett", "{}"))).contains("did you mean 'customer.get'?");
        assertThat(msg("INVALID", questions.ask("customers.replace", "[]"))).contains("send them to its own queue");
        assertThat(msg("INVALID", questions.ask("customer.get", "{\"name\": 5}")))
                .contains("'name' is 5");
        assertThat(msg("INVALID", questions.ask("customer.get", "{"))).contains("the body is not JSON");
        assertThat(msg("INVALID", json(questions.answerTo(questions.session().createTextMessage("{}")))))
                .contains("no property BitAnswerOperation");
        assertThat(sandbox.requests()).isEmpty();

        JsonNode refused = questions.ask("customer.get", "{\"name\": \"nobody\"}");
        assertThat(msg("REFUSED", refused)).isEqualTo("customer 'nobody' does not exist");
        assertThat(refused.path("status").intValue()).isEqualTo(1007);
    }

    @Test
    void anOutageIsAnsweredAndOverWhenItIsOver() throws JMSException {
        sandbox.faults().serverDown();
        assertThat(msg("OUTAGE", questions.ask("customers.list", ""))).contains("BitAnswer does not answer");
        assertThat(msg("OUTAGE", questions.ask("products.list", ""))).contains("BitAnswer was not asked");

        sandbox.faults().serverUp();
        Waiting.until("answered", () -> questions.ask("customers.list", "").has("data"));
    }

    @Test
    void anAnswerIsFoundByTheCorrelationIdOrTheIdOfTheQuestion() throws JMSException {
        Message question = questions.question("customers.list", "{}");
        question.setJMSCorrelationID("mine");
        Message answer = questions.answerTo(question);
        assertThat(answer.getJMSCorrelationID()).isEqualTo("mine");
        assertThat(answer.getStringProperty(OPERATION)).isEqualTo("customers.list");

        Message plain = questions.question("customers.list", "{}");
        assertThat(questions.answerTo(plain).getJMSCorrelationID()).isEqualTo(plain.getJMSMessageID());
    }

    @Test
    void bytesAreReadAsUtf8AndAnObjectIsNotRead() throws JMSException {
        sandbox.state().seedCustomer(Map.of("name", "上海"));
        BytesMessage bytes = questions.session().createBytesMessage();
        bytes.setStringProperty(OPERATION, "customer.get");
        bytes.writeBytes("{\"name\": \"上海\"}".getBytes(StandardCharsets.UTF_8));
        assertThat(json(questions.answerTo(bytes)).at("/data/items/0/name").textValue())
                .isEqualTo("上海");

        ObjectMessage object = questions.session().createObjectMessage(new ArrayList<>(List.of("x")));
        object.setStringProperty(OPERATION, "customers.list");
        assertThat(msg("INVALID", json(questions.answerTo(object)))).contains("ObjectMessage");
    }

    @Test
    void aQuestionThatWantsNoAnswerIsADeadLetter() throws JMSException {
        questions.send(questions.question("customers.list", "{\"limit\": 3}"));

        Message letter = questions.next(DEAD_LETTERS);
        assertThat(((TextMessage) letter).getText()).isEqualTo("{\"limit\": 3}");
        assertThat(letter.getStringProperty(OPERATION)).isEqualTo("customers.list");
        assertThat(letter.getStringProperty("BitAnswerSource")).isEqualTo("bitanswer.ask");
        assertThat(letter.getStringProperty("BitAnswerCode")).isEqualTo("INVALID");
        assertThat(letter.getStringProperty("BitAnswerMsg")).contains("JMSReplyTo");
    }

    @Test
    void manyAtATimeAreAllAnswered() throws Exception {
        sandbox.state().clear();
        try (Questions others = new Questions(artemis(), "bitanswer.ask")) {
            Thread asking = new Thread(() -> IntStream.range(0, 10).forEach(round -> {
                try {
                    others.ask("products.list", "");
                } catch (JMSException e) {
                    throw new IllegalStateException(e);
                }
            }));
            asking.start();
            for (int round = 0; round < 10; round++) {
                assertThat(questions.ask("customers.list", "").path("operation").textValue())
                        .isEqualTo("customers.list");
            }
            asking.join();
        }
        assertThat(requests("products.list")).hasSize(10);
        assertThat(requests("customers.list")).hasSize(10);
    }

    static void seedOneOfEach(Sandbox sandbox) {
        sandbox.state().clear();
        sandbox.state().seedCustomer(Map.of("name", "客户 1"));
        sandbox.state().seedProduct(Map.of("productName", "p/1"));
        sandbox.state().seedData("SN 1", Map.of("name", "i?1", "value", "v"));
    }

    static void askEveryRead(Asking asking) throws Exception {
        Map<String, String> bodies = Map.of(
                "customer.get", "{\"name\": \"客户 1\"}",
                "datas.list", "{\"sn\": \"SN 1\"}",
                "datas.query",
                        "{\"sn\": \"SN 1\", \"querys\": [{\"name\": \"name\", \"op\": \"like\", \"values\": [\"i%\"]}]}",
                "data.get", "{\"sn\": \"SN 1\", \"name\": \"i?1\"}",
                "customers.query", "{\"name\": \"客户 1\", \"sorts\": [{\"name\": \"name\"}]}");
        Map<String, String> first = Map.of("customers", "客户 1", "products", "p/1", "datas", "i?1");
        assertThat(READS).hasSize(8);
        for (Operation read : READS) {
            JsonNode answer = asking.ask(read.id(), bodies.getOrDefault(read.id(), ""));

            assertThat(answer.at("/data/items/0").path(read.keyField()).textValue())
                    .as("%s", answer)
                    .isEqualTo(first.get(read.resource()));
            assertThat(answer.path("status").intValue()).isZero();
        }
    }

    /** What an answer without data says. */
    private static String msg(String code, JsonNode answer) {
        assertThat(answer.path("code").textValue()).as("%s", answer).isEqualTo(code);
        assertThat(answer.has("data")).isFalse();
        return answer.path("msg").textValue();
    }

    private ConnectionFactory amqp() {
        return new JmsConnectionFactory("amqp://127.0.0.1:" + port);
    }
}
