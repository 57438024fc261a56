package io.bitroutes.sandbox;

import io.bitroutes.api.Operation;
import java.util.Map;

/**
 * A request whose meaning is known. Immutable.
 *
 * @param request the request as it came in
 * @param operation what it asks for
 * @param variables the decoded names in its path
 * @param parameters the parameters after the question mark
 * @param body its body
 */
record Call(
        ReceivedRequest request,
        Operation operation,
        Map<String, String> variables,
        Map<String, String> parameters,
        Json.Body body) {}
