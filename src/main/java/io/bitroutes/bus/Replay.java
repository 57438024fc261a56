package io.bitroutes.bus;

import jakarta.jms.JMSException;

/** Moves dead letters back to the queues they came from. */
public final class Replay {
    private final Broker broker;
    private final String deadLetters;

    /** @param deadLetters the name of the queue they are in */
    public Replay(Broker broker, String deadLetters) {
        this.broker = broker;
        this.deadLetters = deadLetters;
    }

    /**
     * Moves those that are there now and are meant; the others stay. What came back is taken and sent in one
     * transaction: if this ends in the middle, each is either here or there.
     *
     * @throws JMSException if the broker cannot be reached or does not let us; what was moved until then stays moved
     */
    public ReplayReport run(ReplayChoice choice) throws JMSException {
        try (Link link = broker.connect()) {
            return new ReplayRun(link, deadLetters, choice).run();
        }
    }
}
