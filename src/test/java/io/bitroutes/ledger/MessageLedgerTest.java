package io.bitroutes.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.ledger.MessageLedger.Confirmed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageLedgerTest extends LedgerTestBase {

    @Test
    void whatIsConfirmedIsKnownUntilItsTurnIsForgotten() {
        MessageLedger messages = new MessageLedger(database);
        messages.confirmed("q", "t1", List.of(new Confirmed("m1", 3), new Confirmed("m2", 1)), CLAIMED);
        messages.confirmed("q", "t2", List.of(new Confirmed("m3", 7)), CLAIMED);

        assertThat(messages.find("q", List.of("m1", "m3", "m4"))).isEqualTo(Map.of("m1", 3L, "m3", 7L));
        assertThat(messages.find("other", List.of("m1"))).isEmpty();
        messages.forget("t1");
        assertThat(messages.find("q", List.of("m1", "m2", "m3"))).isEqualTo(Map.of("m3", 7L));
    }

    @Test
    void aMessageThatIsConfirmedAgainBelongsToTheLaterTurn() {
        MessageLedger messages = new MessageLedger(database);
        messages.confirmed("q", "t1", List.of(new Confirmed("m1", 3)), CLAIMED);
        messages.confirmed("q", "t2", List.of(new Confirmed("m1", 3)), CLAIMED);

        messages.forget("t1");
        assertThat(messages.find("q", List.of("m1"))).isEqualTo(Map.of("m1", 3L));
    }

    @Test
    void whatIsTooOldIsForgotten() {
        MessageLedger messages = new MessageLedger(database);
        messages.confirmed("q", "t1", List.of(new Confirmed("old", 1)), CLAIMED.minusMillis(1));
        messages.confirmed("q", "t1", List.of(new Confirmed("young", 1)), CLAIMED);

        messages.forgetBefore(CLAIMED);
        assertThat(messages.find("q", List.of("old", "young"))).containsOnlyKeys("young");
    }
}
