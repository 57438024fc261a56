package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.sandbox.Fault;
import io.bitroutes.sandbox.ReceivedRequest;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What waits in a full queue is cut into bodies by records, whatever messages they come in. */
class BusCutsIT extends BusTestBase {
    private static final int IN_FULL = 1000;
    private static final String FIRST = "the first one";

    /** The cells behind the name, and the line end. */
    private static final String NO_OTHER_FIELDS = CustomerFile.header().replaceAll("\\w", "");

    /** The program counts in whole milliseconds. */
    private static final Duration LINGER_AT_LEAST = BusProgram.LINGER.minusMillis(5);

    @Test
    void smallMessagesAreGatheredAndTheRestGoesAfterALinger() throws JMSException {
        fill(IntStream.range(0, IN_FULL + 1)
                .mapToObj(number -> customer("c" + number))
                .toList());

        assertThat(sizesOf(IN_FULL + 1)).containsExactly(1, IN_FULL);
        assertThat(Duration.between(takenUp(), requestOf(1).receivedAt())).isGreaterThanOrEqualTo(LINGER_AT_LEAST);
    }

    @Test
    void aHundredMessagesOfThirtyRecordsAreThreeBodies() throws JMSException {
        fill(IntStream.range(0, 100)
                .mapToObj(message -> IntStream.range(0, 30)
                        .mapToObj(number -> customer("d" + message + "-" + number))
                        .collect(Collectors.joining(",", "[", "]")))
                .toList());

        assertThat(sizesOf(3000)).containsExactly(IN_FULL, IN_FULL, IN_FULL);
    }

    @Test
    void twoMessagesOfManyRowsAreFiveBodies() throws JMSException {
        fill(IntStream.range(0, 2)
                .mapToObj(message -> IntStream.range(0, 2500)
                        .mapToObj(number -> "e" + message + "-" + number + NO_OTHER_FIELDS)
                        .collect(Collectors.joining("", CustomerFile.header(), "")))
                .toList());

        assertThat(sizesOf(5000)).containsExactly(IN_FULL, IN_FULL, IN_FULL, IN_FULL, IN_FULL);
    }

    @Test
    void aMessageOfManyRowsIsSplit() throws JMSException {
        CustomerFile customers = CustomerFile.of("csv", 2500);

        queues.send(REPLACE, customers.csv());

        assertThat(sizesOf(2500)).containsExactly(500, IN_FULL, IN_FULL);
        assertThat(CustomerFile.heldBy(sandbox)).isEqualTo(customers.landing());
    }

    /** Sent while another message is under way and nothing is received: all of it is there when the next are. */
    private void fill(Collection<String> messages) throws JMSException {
        sandbox.faults().every(1, Fault.http(503));
        queues.send(REPLACE, customer(FIRST));
        Waiting.until("the first is under way", () -> !ofTheFirst().isEmpty());
        queues.send(REPLACE, messages);
        sandbox.faults().clear();
    }

    /** The sizes of the bodies, in order of size, once so many records landed. */
    private List<Integer> sizesOf(int records) {
        Waiting.until(
                "landed",
                () -> CustomerFile.heldBy(sandbox).keySet().stream()
                                .filter(name -> !name.equals(FIRST))
                                .count()
                        == records);
        return others().stream().map(ReceivedRequest::records).sorted().toList();
    }

    private ReceivedRequest requestOf(int records) {
        return others().stream()
                .filter(request -> request.records() == records)
                .findFirst()
                .orElseThrow();
    }

    /** When the first was sent for the last time: it is acknowledged after that, and the next are received. */
    private Instant takenUp() {
        List<ReceivedRequest> tries = ofTheFirst();
        return tries.get(tries.size() - 1).receivedAt();
    }

    private List<ReceivedRequest> ofTheFirst() {
        return requests("customers.replace").stream()
                .filter(BusCutsIT::isOfTheFirst)
                .toList();
    }

    private List<ReceivedRequest> others() {
        return requests("customers.replace").stream()
                .filter(request -> !isOfTheFirst(request))
                .toList();
    }

    private static boolean isOfTheFirst(ReceivedRequest request) {
        return request.body().orElseThrow().contains(FIRST);
    }
}
