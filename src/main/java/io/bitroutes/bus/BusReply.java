package io.bitroutes.bus;

import jakarta.jms.Destination;
import java.util.Optional;

/**
 * What goes to whoever waits for a reply.
 *
 * @param to where it is waited for
 * @param correlationId tells it from other replies; none if the request had neither that nor an id
 * @param operation of the request
 * @param json the body
 */
record BusReply(Destination to, Optional<String> correlationId, String operation, String json) {

    /** To the sender of that message; empty if it waits for none. */
    static Optional<BusReply> to(BusMessage request, String operation, String json) {
        Optional<String> correlation = request.correlationId().or(request::id);
        return request.replyTo().map(to -> new BusReply(to, correlation, operation, json));
    }
}
