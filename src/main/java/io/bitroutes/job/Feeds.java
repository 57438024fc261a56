package io.bitroutes.job;

import io.bitroutes.api.Operations;
import io.bitroutes.batch.Fence;
import io.bitroutes.batch.PreparedReader;
import io.bitroutes.batch.Shipment;
import io.bitroutes.gate.Gate;
import io.bitroutes.ledger.Job;
import io.bitroutes.ledger.Job.State;
import io.bitroutes.ledger.OutcomeLedger;
import io.bitroutes.ledger.SendingLedger;
import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Set;

/** Opens the prepared batches of jobs. */
public final class Feeds {
    private final Home home;
    private final Operations operations;
    private final SendingLedger sendings;
    private final OutcomeLedger outcomes;
    private final StopRule rule;
    private final Fence fence;
    private final Gate gate;

    /**
     * Feeds from that ledger.
     *
     * @param rule when a job stops
     * @param fence the one of the process
     */
    public Feeds(
            Home home,
            Operations operations,
            SendingLedger sendings,
            OutcomeLedger outcomes,
            StopRule rule,
            Fence fence,
            Gate gate) {
        this.home = home;
        this.operations = operations;
        this.sendings = sendings;
        this.outcomes = outcomes;
        this.rule = rule;
        this.fence = fence;
        this.gate = gate;
    }

    /**
     * The batches of a job that have no outcome yet; none for a job that is not prepared. To be closed.
     *
     * @throws IOException if the prepared batches cannot be read
     */
    public Iterator<Shipment> open(Job job) throws IOException {
        if (job.state() != State.PREPARED) {
            return Collections.emptyIterator();
        }
        Set<Integer> done = outcomes.doneBatches(job.id());
        Course course = new Course(job.id(), rule, sendings, outcomes.tally(job.id()));
        PreparedReader prepared = new PreparedReader(home.working(job), job.id(), operations.get(job.operation()));
        return new Feed(prepared, job, done, course, fence, gate);
    }
}
