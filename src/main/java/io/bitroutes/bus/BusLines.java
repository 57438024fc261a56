package io.bitroutes.bus;

import io.bitroutes.gate.Gate;
import java.util.function.ToIntFunction;

/**
 * What all consumers of the bus share.
 *
 * @param broker where they receive
 * @param gate where they wait
 * @param watch who is told whether the broker is there
 * @param counter how many records a message holds, roughly
 */
public record BusLines(Broker broker, Gate gate, BrokerWatch watch, ToIntFunction<BusMessage> counter) {}
