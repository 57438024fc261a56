package io.bitroutes.bus;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.Session;

/** A connection to a broker, with what its client says in a way of its own. For one thread. */
public interface Link extends AutoCloseable {

    /** The connection itself. */
    Connection connection();

    /**
     * The queue of that name; made, where it is missing and the broker lets us.
     *
     * @throws JMSException if there is none and none can be made
     */
    Queue queue(Session session, String name) throws JMSException;

    /**
     * To be called now and then while nothing comes: some clients do not tell a queue that is gone from an empty one.
     *
     * @throws JMSException if nothing can come from that queue any more
     */
    void check(String name) throws JMSException;

    @Override
    default void close() throws JMSException {
        connection().close();
    }
}
