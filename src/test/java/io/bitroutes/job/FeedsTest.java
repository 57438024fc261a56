package io.bitroutes.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.batch.Fence;
import io.bitroutes.batch.Outcome;
import io.bitroutes.batch.Shipment;
import io.bitroutes.ledger.Job;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FeedsTest extends JobTestBase {

    @Test
    void aPreparedJobFeedsItsBatches() throws IOException {
        Job job = preparation.prepare(claimed("a.csv", "name\na\nb\nc\n"));

        List<Shipment> shipments = drain(job);

        assertThat(shipments)
                .map(shipment -> shipment.batch().orElseThrow().size())
                .containsExactly(2, 1);
        assertThat(shipments).noneMatch(Shipment::sentBefore);
    }

    @Test
    void aSecondTimeBatchesWithoutOutcomeCountAsSentBefore() throws IOException {
        Job job = preparation.prepare(claimed("a.csv", "name\na\nb\nc\n"));
        drain(job);
        outcomes.done(new Outcome(JOB, 1, 2, List.of(), 1, 0));

        List<Shipment> shipments = drain(job);

        assertThat(shipments)
                .map(shipment -> shipment.batch().orElseThrow().number())
                .containsExactly(2);
        assertThat(shipments).allMatch(Shipment::sentBefore);
    }

    @Test
    void aJobThatIsNotPreparedFeedsNothing() throws IOException {
        assertThat(drain(claimed("a.csv", "name\na\n"))).isEmpty();
    }

    private Feeds feeds(StopRule rule) {
        return new Feeds(home, OPERATIONS, sendings, outcomes, rule, new Fence(), gate);
    }

    private List<Shipment> drain(Job job) throws IOException {
        Iterator<Shipment> feed = feeds(new StopRule(OptionalLong.empty())).open(job);
        List<Shipment> shipments = new ArrayList<>();
        feed.forEachRemaining(shipments::add);
        if (feed instanceof Closeable open) {
            open.close();
        }
        return shipments;
    }
}
