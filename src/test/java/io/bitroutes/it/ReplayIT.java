package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Dead letters that are moved back, in the broker of a program that runs beside. */
class ReplayIT extends BusTestBase {
    /** A queue that nobody receives from. */
    private static final String SOURCE = "crm.parked";

    @Test
    void aBadChoiceIsExplained() throws IOException {
        try (Program replay = spawn("--code", "REFUSD")) {
            assertThat(replay.exitCode()).isEqualTo(2);
            assertThat(replay.errors()).contains("did you mean 'REFUSED'");
        }
    }

    @Test
    void saysWhatItMovedAndAKillInTheMiddleLosesAndDoublesNothing() throws Exception {
        List<String> texts =
                IntStream.range(0, 3_000).mapToObj(number -> "record " + number).toList();
        letters("REFUSED", texts.toArray(String[]::new));
        letters("UNKNOWN", "another");

        List<String> back = new ArrayList<>();
        try (Program killed = spawn("--code", "refused")) {
            Waiting.until("some were moved", () -> back.addAll(drain(SOURCE)));
            killed.kill();
        }
        letters("REFUSED", "the last");
        try (Program second = spawn("--code", "refused", "--operation", "customers.replace")) {
            assertThat(second.exitCode()).as(second.errors()).isZero();
            assertThat(second.output())
                    .matches("moved back: \\d+ to " + SOURCE + "\nleft, as they were not chosen: \\d+\n");
        }
        back.addAll(drain(SOURCE));

        assertThat(back)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(texts.stream(), Stream.of("the last")).toList());
        assertThat(drain(DEAD_LETTERS)).containsExactly("another");
    }

    private Program spawn(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("replay"));
        arguments.addAll(List.of(options));
        return launch.spawn(arguments.toArray(String[]::new));
    }

    private void letters(String code, String... texts) throws JMSException {
        try (MessageProducer producer = queues.session().createProducer(queues.queue(DEAD_LETTERS))) {
            for (String text : texts) {
                Message letter = queues.session().createTextMessage(text);
                letter.setStringProperty("BitAnswerOperation", "customers.replace");
                letter.setStringProperty("BitAnswerCode", code);
                letter.setStringProperty("BitAnswerSource", SOURCE);
                producer.send(letter);
            }
        }
        queues.session().commit();
    }

    /** Without the mark of a run that was killed, which goes by itself. */
    private List<String> drain(String queue) throws JMSException {
        List<String> texts = new ArrayList<>();
        try (MessageConsumer consumer = queues.session().createConsumer(queues.queue(queue))) {
            for (Message message = consumer.receive(200); message != null; message = consumer.receive(200)) {
                if (!message.propertyExists("BitAnswerReplayMark")) {
                    texts.add(message.getBody(String.class));
                }
            }
        }
        queues.session().commit();
        return texts;
    }
}
