package io.bitroutes.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.ledger.MessageLedger.Confirmed;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageLedgerTest extends LedgerTestBase {
    private static final String QUEUE = "bitanswer.customers.replace";
    private static final List<String> NONE = List.of();

    private MessageLedger messages;

    @BeforeEach
    void openMessages() {
        messages = new MessageLedger(database);
    }

    @Test
    void whatIsConfirmedIsFoundAfterARestart() throws IOException {
        messages.confirmed(QUEUE, "turn1", List.of(new Confirmed("ID:a", 1), new Confirmed("ID:b", 30)), CLAIMED, NONE);
        reopen();
        openMessages();

        assertThat(messages.find(QUEUE, List.of("ID:a", "ID:b", "ID:c"))).isEqualTo(Map.of("ID:a", 1L, "ID:b", 30L));
    }

    @Test
    void anIdIsOneOfItsQueue() {
        messages.confirmed(QUEUE, "turn1", List.of(new Confirmed("1", 1)), CLAIMED, NONE);

        assertThat(messages.find("bitanswer.customers.update", List.of("1"))).isEmpty();
    }

    @Test
    void theNextTurnForgetsThoseThatAreAcknowledged() {
        messages.confirmed(QUEUE, "turn1", List.of(new Confirmed("ID:a", 1)), CLAIMED, NONE);
        messages.confirmed(QUEUE, "turn2", List.of(new Confirmed("ID:b", 1)), CLAIMED, List.of("turn1"));

        assertThat(messages.find(QUEUE, List.of("ID:a", "ID:b"))).containsOnlyKeys("ID:b");
    }

    @Test
    void aTurnThatIsConfirmedAgainIsKept() {
        List<Confirmed> same = List.of(new Confirmed("ID:a", 1), new Confirmed("ID:b", 1));
        messages.confirmed(QUEUE, "turn1", same, CLAIMED, NONE);
        messages.confirmed(QUEUE, "turn1", same, CLAIMED, List.of("turn1"));
        assertThat(messages.find(QUEUE, List.of("ID:a", "ID:b"))).hasSize(2);

        messages.confirmed(QUEUE, "turn2", List.of(new Confirmed("ID:a", 1)), CLAIMED, NONE);
        messages.confirmed(QUEUE, "turn3", List.of(), CLAIMED, List.of("turn1"));
        assertThat(messages.find(QUEUE, List.of("ID:a", "ID:b"))).containsOnlyKeys("ID:a");
    }

    @Test
    void aQueueIsForgottenAsAWhole() {
        messages.confirmed(QUEUE, "turn1", List.of(new Confirmed("ID:a", 1), new Confirmed("ID:b", 1)), CLAIMED, NONE);
        messages.confirmed(QUEUE, "turn2", List.of(new Confirmed("ID:c", 1)), CLAIMED, NONE);
        messages.confirmed("other", "turn3", List.of(new Confirmed("ID:a", 1)), CLAIMED, NONE);
        assertThat(messages.turns(QUEUE)).containsExactlyInAnyOrder("turn1", "turn2");

        messages.forget(QUEUE);

        assertThat(messages.turns(QUEUE)).isEmpty();
        assertThat(messages.find("other", List.of("ID:a"))).hasSize(1);
    }

    @Test
    void oldOnesAreForgottenWhateverBecameOfThem() {
        messages.confirmed(QUEUE, "turn1", List.of(new Confirmed("ID:old", 1)), CLAIMED.minusSeconds(1), NONE);
        messages.confirmed(QUEUE, "turn2", List.of(new Confirmed("ID:new", 1)), CLAIMED, NONE);

        messages.forgetBefore(CLAIMED);

        assertThat(messages.find(QUEUE, List.of("ID:old", "ID:new"))).containsOnlyKeys("ID:new");
    }

    @Test
    void thousandsAtATime() {
        List<Confirmed> many = IntStream.range(0, 4_000)
                .mapToObj(number -> new Confirmed("ID:" + number, 1))
                .toList();
        messages.confirmed(QUEUE, "turn1", many, CLAIMED, NONE);

        assertThat(messages.find(QUEUE, many.stream().map(Confirmed::id).toList()))
                .hasSize(4_000);
    }
}
