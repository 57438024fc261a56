package io.bitroutes.faults;

import io.bitroutes.it.Queues;
import jakarta.jms.JMSException;
import java.io.IOException;

/** A broker that can be taken away from the program, and given back with the messages it held. */
interface FaultBroker extends AutoCloseable {

    /** Where the program finds it. */
    String url();

    /** What the names of its queues begin with. */
    String prefix();

    /** A connection of somebody else, which is not taken away. To be closed by the caller. */
    Queues queues() throws JMSException;

    /** All connections of the program break off; there are no new ones. */
    void takeAway() throws IOException;

    void giveBack() throws IOException;

    @Override
    void close() throws IOException;
}
