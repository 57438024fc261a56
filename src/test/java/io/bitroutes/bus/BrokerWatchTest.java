package io.bitroutes.bus;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.gate.Troubles;
import io.bitroutes.text.Texts;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokerWatchTest {
    private final Troubles troubles = new Troubles();
    private final BrokerWatch watch = new BrokerWatch("tcp://broker:1", troubles, Texts.in("en"));

    @Test
    void theInnermostCauseIsSaid() {
        JMSException failure = new JMSException("Failed to create session factory");
        failure.initCause(new IOException("Connection refused"));

        watch.failed("a", failure);

        assertThat(watch.reason())
                .contains("nothing is received from a: the broker tcp://broker:1 cannot be used: Connection refused");
    }

    @Test
    void ofManyQueuesAFewAreNamed() {
        List.of("a", "b", "c").forEach(queue -> watch.failed(queue, new JMSException("down")));
        assertThat(reported()).contains("from a, b, c: the broker");

        List.of("d", "e").forEach(queue -> watch.failed(queue, new JMSException("down")));
        assertThat(reported()).contains("from a, b, c and 2 other queues: the broker");
        assertThat(troubles.stopIntake()).isFalse();
    }

    @Test
    void onceEveryQueueWorksItIsOver() {
        watch.failed("a", new JMSException("down"));
        watch.failed("b", new JMSException("down"));

        watch.works("a");
        assertThat(reported()).contains("from b: the broker");

        watch.works("b");
        assertThat(watch.reason()).isEmpty();
        assertThat(troubles.all()).isEmpty();
    }

    private String reported() {
        return troubles.find(BrokerWatch.SOURCE).orElseThrow().reason();
    }
}
