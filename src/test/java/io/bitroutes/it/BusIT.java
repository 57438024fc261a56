package io.bitroutes.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.ObjectMessage;
import jakarta.jms.Queue;
import jakarta.jms.TextMessage;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records from queues, with the broker that the program keeps itself. */
class BusIT extends BusTestBase {
    private static final String UPDATE = "bitanswer.customers.update";
    private static final Charset GB18030 = Charset.forName("GB18030");

    @ParameterizedTest(name = "{0}")
    @MethodSource("writes")
    void everyWriteHasAQueue(String id) throws JMSException {
        WriteCase written = new WriteCase(Operations.load().get(id));
        written.seed(sandbox);

        queues.send("bitanswer." + id, RecordTexts.of("json", written.operation(), written.records()));

        Waiting.until("landed", () -> written.held().all(sandbox).equals(written.after()));
        assertThat(sandbox.requests()).allSatisfy(request -> assertThat(RequestSchemas.problems(request))
                .isEmpty());
    }

    static Stream<String> writes() {
        return Operations.load().all().stream().filter(Operation::writes).map(Operation::id);
    }

    @Test
    void aRecordThatIsRefusedIsADeadLetterAsItCame() throws JMSException {
        String poison = "{ \"name\": \"毒\",  \"referenceId\": \"TAKEN\" }";
        queues.send(REPLACE, List.of(customer("a"), poison, customer("b")));

        TextMessage letter = (TextMessage) queues.next(DEAD_LETTERS);

        assertThat(letter.getText()).isEqualTo(poison);
        assertThat(letter.getStringProperty("BitAnswerOperation")).isEqualTo("customers.replace");
        assertThat(letter.getStringProperty("BitAnswerCode")).isEqualTo("REFUSED");
        assertThat(letter.getStringProperty("BitAnswerStatus")).isNotEmpty();
        assertThat(letter.getStringProperty("BitAnswerMsg")).isNotEmpty();
        assertThat(letter.getStringProperty("BitAnswerRequestId")).hasSize(32);
        assertThat(letter.getStringProperty("BitAnswerSource")).isEqualTo(REPLACE);
        assertThat(letter.getLongProperty("BitAnswerPosition")).isEqualTo(1);
        assertThat(letter.getIntProperty("BitAnswerAttempts")).isEqualTo(1);
        assertThat(CustomerFile.heldBy(sandbox)).containsOnlyKeys("a", "b");
    }

    @Test
    void ofManyRecordsOnlyTheGuiltyOnesAreDeadLetters() throws JMSException {
        queues.send(
                REPLACE,
                "[" + customer("a") + ",\n  {\"name\":\"x\", \"referenceId\":\"TAKEN\"}  , " + customer("b") + "]");
        TextMessage json = (TextMessage) queues.next(DEAD_LETTERS);
        assertThat(json.getText()).isEqualTo("{\"name\":\"x\", \"referenceId\":\"TAKEN\"}");
        assertThat(json.getLongProperty("BitAnswerPosition")).isEqualTo(2);

        BytesMessage csv = queues.session().createBytesMessage();
        csv.writeBytes("name,referenceId,city\n甲,1,上海\n\"乙\",TAKEN,北京\n丙,3,广州\n".getBytes(GB18030));
        List.of("甲", "乙", "丙").forEach(name -> sandbox.state().seedCustomer(Map.of("name", name)));
        queues.send(UPDATE, csv);
        BytesMessage row = (BytesMessage) queues.next(DEAD_LETTERS);
        assertThat(text(row, GB18030)).isEqualTo("name,referenceId,city\n\"乙\",TAKEN,北京\n");
        assertThat(row.getLongProperty("BitAnswerPosition")).isEqualTo(2);

        assertThat(CustomerFile.heldBy(sandbox)).containsKeys("a", "b").doesNotContainKey("x");
        assertThat(sandbox.state().customer("丙").orElseThrow()).containsEntry("city", "广州");
    }

    @Test
    void whatCannotBeReadIsADeadLetterWhole() throws JMSException {
        queues.send(REPLACE, "[" + customer("a") + ", {\"name\": ");
        TextMessage cut = (TextMessage) queues.next(DEAD_LETTERS);
        assertThat(cut.getText()).isEqualTo("[" + customer("a") + ", {\"name\": ");
        assertThat(cut.getStringProperty("BitAnswerCode")).isEqualTo("INVALID");
        assertThat(cut.getStringProperty("BitAnswerMsg")).isNotEmpty();
        assertThat(cut.getLongProperty("BitAnswerPosition")).isZero();

        BytesMessage latin = queues.session().createBytesMessage();
        latin.writeBytes("{\"name\": \"M\u00fcller\"}".getBytes(ISO_8859_1));
        queues.send(REPLACE, latin);
        BytesMessage wrong = (BytesMessage) queues.next(DEAD_LETTERS);
        assertThat(text(wrong, ISO_8859_1)).isEqualTo("{\"name\": \"M\u00fcller\"}");

        queues.send(REPLACE, queues.session().createObjectMessage(new ArrayList<>(List.of("x"))));
        Message object = queues.next(DEAD_LETTERS);
        assertThat(object).isInstanceOf(ObjectMessage.class);
        assertThat(object.getStringProperty("BitAnswerMsg")).contains("ObjectMessage");
        assertThat(object.getStringProperty("BitAnswerSource")).isEqualTo(REPLACE);

        queues.send(REPLACE, "");
        assertThat(((TextMessage) queues.next(DEAD_LETTERS)).getText()).isNullOrEmpty();

        assertThat(sandbox.requests()).isEmpty();
    }

    @Test
    void whoWaitsIsToldWhatBecameOfTheRecords() throws Exception {
        Queue answers = queues.session().createQueue("answers");
        TextMessage request = queues.session()
                .createTextMessage(
                        "[" + customer("a") + ",{\"name\":\"x\",\"referenceId\":\"TAKEN\"}," + customer("b") + "]");
        request.setJMSReplyTo(answers);
        request.setJMSCorrelationID("mine");
        queues.send(REPLACE, request);

        TextMessage reply = (TextMessage) queues.next("answers");
        JsonNode told = new JsonMapper().readTree(reply.getText());
        assertThat(reply.getJMSCorrelationID()).isEqualTo("mine");
        assertThat(told.path("confirmed").intValue()).isEqualTo(2);
        assertThat(told.path("rejected")).hasSize(1);
        assertThat(told.at("/rejected/0/position").intValue()).isEqualTo(2);
        assertThat(told.at("/rejected/0/code").textValue()).isEqualTo("REFUSED");
        assertThat(queues.next(DEAD_LETTERS)).isNotNull();
    }

    @Test
    void inAnOutageMessagesStayInTheQueueAndTheLastValueWins() throws JMSException {
        long before = outages();
        sandbox.faults().serverDown();
        queues.send(
                REPLACE,
                IntStream.range(0, 50)
                        .mapToObj(number -> "{\"name\":\"same\",\"city\":\"" + number + "\"}")
                        .toList());
        Waiting.until("an outage", () -> outages() > before);
        sandbox.faults().serverUp();

        Waiting.until("the last one", () -> sandbox.state()
                .customer("same")
                .filter(customer -> "49".equals(customer.get("city")))
                .isPresent());
        assertThat(queues.poll(DEAD_LETTERS, 100)).isNull();
    }

    @Test
    void theSamplesDoWhatTheirReadmeSays(@TempDir Path folder) throws Exception {
        sandbox.state().clear();
        BusSamples samples = new BusSamples(port, folder);

        assertThat(samples.printedBy("Send")).isEqualTo(BusSamples.shown("replies.txt"));
        assertThat(samples.printedBy("Look")).isEqualTo(BusSamples.shown("dead-letters.txt"));

        List<String> left = new ArrayList<>();
        for (int letter = 0; letter < 3; letter++) {
            left.add(queues.next(DEAD_LETTERS).getStringProperty("BitAnswerOperation"));
        }
        assertThat(left).containsExactly("customers.replace", "datas.upsert", "customers.replace");
        assertThat(queues.poll(DEAD_LETTERS, 100)).isNull();
    }

    private long outages() {
        return program.errors()
                .lines()
                .filter(line -> line.contains("BitAnswer does not answer as it should"))
                .count();
    }

    private static String text(BytesMessage message, Charset charset) throws JMSException {
        byte[] bytes = new byte[(int) message.getBodyLength()];
        message.readBytes(bytes);
        return new String(bytes, charset);
    }
}
