package io.bitroutes.bus;

import jakarta.jms.JMSException;

/** A message broker, reached by whichever client its address asks for. Safe for threads. */
public interface Broker {

    /**
     * A new connection, not yet started; to be closed by the caller.
     *
     * @throws JMSException if the broker cannot be reached, or does not let us in
     */
    Link connect() throws JMSException;

    /** Where it is, for people; without user and password. */
    String address();
}
