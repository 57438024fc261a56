package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.ArtemisServer;
import io.bitroutes.sandbox.Fault;
import io.bitroutes.sandbox.ReceivedRequest;
import io.bitroutes.sandbox.Sandbox;
import io.bitroutes.sandbox.SandboxOptions;
import jakarta.jms.JMSException;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * One-record messages on a broker in another process, while the program is killed, the broker killed and BitAnswer away.
 *
 * @param records how many messages, of which {@code poison} are refused
 * @param kills how often the program is killed
 * @param restarts how often the broker is
 * @param outage how long BitAnswer is away, once
 */
public record BusWeather(int records, int poison, int kills, int restarts, Duration outage) {
    private static final String QUEUE = "bitanswer.customers.replace";
    private static final String CREATE = "bitanswer.product.create";
    private static final int PRODUCTS = 40;
    private static final int SPARE_DELIVERIES = 3;
    private static final int TWICE = 2;

    /** Every record is confirmed or a dead letter, whatever happens; the last value of a key stands. */
    public void run(Path folder) throws Exception {
        int port = Queues.freePort();
        // Each kill of the program or of the broker may count one delivery; the outage none.
        int deliveries = kills + restarts + SPARE_DELIVERIES;
        Path journal = folder.resolve("artemis");
        ArtemisServer artemis = ArtemisServer.start(port, journal, deliveries);
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withBitkey(ProgramTestBase.BITKEY))) {
            CustomerFile.seedOwner(sandbox);
            fill(port);
            sandbox.faults().every(2, Fault.delayBeforeApplying(Duration.ofMillis(100)));
            Launch launch = launch(folder, sandbox, port);
            Program program = launch.start();
            for (int step = 0; step < Math.max(kills, restarts); step++) {
                awaitProgress(sandbox);
                if (step < kills) {
                    program.kill();
                    program.close();
                    program = launch.start();
                }
                if (step < restarts) {
                    artemis.close();
                    artemis = ArtemisServer.start(port, journal, deliveries);
                }
            }
            sandbox.faults().serverDown();
            Waiting.during(outage, "alive in the outage", program::isAlive);
            sandbox.faults().serverUp();
            Waiting.until("all there", Duration.ofMinutes(5), () -> isComplete(sandbox));
            Set<String> letters = letters(port);
            System.out.printf(
                    "BusWeather: %d messages, %d kills, %d restarts: %d dead letters, %d records in all requests%n",
                    records, kills, restarts, letters.size(), sent(sandbox));
            assertThat(letters).isEqualTo(poisonNames());
            check(sandbox);
            program.close();
        } finally {
            artemis.close();
        }
    }

    private void check(Sandbox sandbox) {
        for (int key = 0; key < good(); key++) {
            assertThat(sandbox.state().customer("n" + key).orElseThrow())
                    .as("the last value of n%d", key)
                    .containsEntry("city", "2");
        }
        assertThat(sandbox.state().products()).hasSize(PRODUCTS);
        List<String> created = sandbox.requests().stream()
                .filter(request -> request.is("product.create"))
                .map(request -> request.requestId().orElseThrow())
                .toList();
        assertThat(Set.copyOf(created)).as("ids of what was created").hasSize(PRODUCTS);
    }

    /** Every good key comes twice, with another value. */
    private int good() {
        return (records - poison) / TWICE;
    }

    private Set<String> poisonNames() {
        return IntStream.range(0, poison)
                .mapToObj(number -> "p" + number)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void fill(int port) throws JMSException {
        List<String> texts = new ArrayList<>();
        for (int value = 1; value <= TWICE; value++) {
            for (int key = 0; key < good(); key++) {
                texts.add("{\"name\":\"n" + key + "\",\"city\":\"" + value + "\"}");
            }
        }
        int apart = texts.size() / Math.max(1, poison);
        for (int number = 0; number < poison; number++) {
            texts.add(number * apart, "{\"name\":\"p" + number + "\",\"referenceId\":\"" + CustomerFile.TAKEN + "\"}");
        }
        try (Queues queues = queues(port)) {
            queues.send(QUEUE, texts);
            queues.send(
                    CREATE,
                    IntStream.range(0, PRODUCTS)
                            .mapToObj(number -> "{\"productName\":\"P" + number + "\"}")
                            .toList());
        }
    }

    private void awaitProgress(Sandbox sandbox) {
        int before = sandbox.requests().size();
        Waiting.until("progress", () -> sandbox.requests().size() > before || isComplete(sandbox));
    }

    private boolean isComplete(Sandbox sandbox) {
        return sandbox.state().products().size() == PRODUCTS
                && IntStream.range(0, good()).allMatch(key -> sandbox.state()
                        .customer("n" + key)
                        .filter(customer -> "2".equals(customer.get("city")))
                        .isPresent());
    }

    private Set<String> letters(int port) throws JMSException {
        Set<String> names = new TreeSet<>();
        try (Queues queues = queues(port)) {
            for (int number = 0; number < poison; number++) {
                String text = ((TextMessage) queues.next("bitanswer.deadletter")).getText();
                names.add(text.replaceAll("^.\"name\":\"([^\"]*)\".*$", "$1"));
            }
            assertThat(queues.poll("bitanswer.deadletter", 500)).isNull();
        }
        return names;
    }

    /** With the halves in which poison was looked for. */
    private static int sent(Sandbox sandbox) {
        return sandbox.requests().stream()
                .filter(request -> request.is("customers.replace"))
                .mapToInt(ReceivedRequest::records)
                .sum();
    }

    private static Queues queues(int port) throws JMSException {
        return Queues.of(new ActiveMQConnectionFactory("tcp://127.0.0.1:" + port));
    }

    private static Launch launch(Path folder, Sandbox sandbox, int port) throws IOException {
        return Launch.in(folder)
                .against(sandbox, ProgramTestBase.BITKEY)
                .with("BUS", "jms")
                .with("JMS_URL", "tcp://127.0.0.1:" + port)
                .with("JMS_LINGER", "100ms");
    }
}
