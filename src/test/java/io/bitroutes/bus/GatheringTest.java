package io.bitroutes.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.FreePort;
import io.bitroutes.config.BusSettings;
import jakarta.jms.JMSException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GatheringTest {
    private static final String QUEUE = "a.queue";
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(50);

    @TempDir
    private Path state;

    private EmbeddedBroker broker;
    private Line line;
    private Broker way;

    @BeforeEach
    void start() throws Exception {
        BusSettings settings = Bus.embedded(FreePort.next());
        broker = EmbeddedBroker.start(settings, state);
        way = Bus.broker(settings);
        line = Line.open(way, QUEUE, "dead");
    }

    @AfterEach
    void stop() throws Exception {
        line.close();
        broker.close();
    }

    @Test
    void theRouteIsGivenABodysWorthAtATimeWhileOthersCome() throws JMSException {
        Bus.send(way, QUEUE, "1", "2", "3", "4", "5");
        BusMessages messages = new BusMessages();
        AtomicInteger received = new AtomicInteger();
        List<String> meanwhile = new ArrayList<>();

        gather(
                new ReceiveLimits(2, 2, LONG, message -> 1),
                messages,
                () -> received.incrementAndGet() != 2 || meanwhile.addAll(texts(messages)));

        assertThat(meanwhile).containsExactly("1", "2");
        assertThat(texts(messages)).containsExactly("3", "4");
        assertThat(line.receive(LONG)).isPresent();
    }

    @Test
    void whatFillsNoBodyIsGivenWhenNoMoreComes() throws JMSException {
        Bus.send(way, QUEUE, "1", "2", "3");
        BusMessages messages = new BusMessages();

        gather(new ReceiveLimits(1000, 4, SHORT, message -> 1), messages, () -> true);

        assertThat(messages.next().last()).isTrue();
        assertThat(texts(messages.again())).containsExactly("1", "2", "3");
    }

    @Test
    void recordsCountAndNotMessages() throws JMSException {
        Bus.send(way, QUEUE, "1", "2", "3");
        BusMessages messages = new BusMessages();

        gather(new ReceiveLimits(10, 1, LONG, message -> 5), messages, () -> true);

        assertThat(texts(messages)).containsExactly("1", "2");
    }

    @Test
    void bytesAreBoundedWhateverIsInTheQueue() throws JMSException {
        String half = "x".repeat(ReceiveLimits.MOST_BYTES / 2);
        Bus.send(way, QUEUE, half, half, half);
        BusMessages messages = new BusMessages();

        gather(new ReceiveLimits(1000, 4, LONG, message -> 1), messages, () -> true);

        assertThat(messages.next().messages()).hasSize(2);
    }

    @Test
    void nothingIsReceivedOnceThereIsNoUseInIt() throws JMSException {
        Bus.send(way, QUEUE, "1", "2", "3", "4");
        BusMessages messages = new BusMessages();
        AtomicInteger asked = new AtomicInteger();

        gather(new ReceiveLimits(1000, 4, LONG, message -> 1), messages, () -> asked.incrementAndGet() < 3);

        assertThat(texts(messages)).containsExactly("1", "2", "3");
    }

    @Test
    void whatWasNotCommittedComesTogetherAgain() throws JMSException {
        Bus.send(way, QUEUE, "1", "2");
        BusMessages before = new BusMessages();
        gather(new ReceiveLimits(1000, 4, SHORT, message -> 1), before, () -> true);
        line.close();
        Bus.send(way, QUEUE, "3");
        line = Line.open(way, QUEUE, "dead");
        BusMessages again = new BusMessages();

        new Gathering(line, new ReceiveLimits(1000, 4, LONG, message -> 1), again, before.lastId(), () -> true)
                .run(line.receive(LONG).orElseThrow());

        assertThat(texts(again)).containsExactly("1", "2");
    }

    private void gather(ReceiveLimits limits, BusMessages messages, BooleanSupplier wanted) throws JMSException {
        new Gathering(line, limits, messages, Optional.empty(), wanted)
                .run(line.receive(LONG).orElseThrow());
    }

    private static List<String> texts(BusMessages messages) {
        return messages.next().messages().stream()
                .map(message -> ((BusMessage.Text) message.body()).text())
                .toList();
    }
}
