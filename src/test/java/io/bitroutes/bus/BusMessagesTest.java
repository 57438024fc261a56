package io.bitroutes.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bitroutes.gate.StoppingException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class BusMessagesTest {
    private static final BusMessage ONE = Bus.message(new BusMessage.Text("1"));
    private static final BusMessage TWO = Bus.message(new BusMessage.Text("2"));
    private static final BusMessage THREE = Bus.message(new BusMessage.Text("3"));

    private final BusMessages messages = new BusMessages();

    @Test
    void whatHasComeMeanwhileIsGivenTogether() {
        messages.add(List.of(ONE));
        messages.add(List.of(TWO));
        assertThat(messages.next()).isEqualTo(new BusMessages.Part(List.of(ONE, TWO), false));

        messages.add(List.of(THREE));
        messages.complete();
        assertThat(messages.next()).isEqualTo(new BusMessages.Part(List.of(THREE), true));
    }

    @Test
    void whoeverAsksTooEarlyWaits() {
        CompletableFuture<BusMessages.Part> next = CompletableFuture.supplyAsync(messages::next);
        messages.add(List.of(ONE));
        assertThat(next.join()).isEqualTo(new BusMessages.Part(List.of(ONE), false));

        CompletableFuture<BusMessages.Part> last = CompletableFuture.supplyAsync(messages::next);
        messages.complete();
        assertThat(last.join()).isEqualTo(new BusMessages.Part(List.of(), true));
    }

    @Test
    void allOfThemComeAgainAtOnce() {
        messages.add(List.of(ONE, TWO));
        messages.next();
        messages.add(List.of(THREE));
        messages.complete();

        assertThat(messages.again().next()).isEqualTo(new BusMessages.Part(List.of(ONE, TWO, THREE), true));
    }

    @Test
    void nobodyWaitsOnceInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(messages::next).isInstanceOf(StoppingException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
