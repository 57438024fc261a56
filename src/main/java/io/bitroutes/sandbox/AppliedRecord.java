package io.bitroutes.sandbox;

import java.util.Map;
import java.util.Optional;

/**
 * One record that the sandbox accepted, whether or not it changed anything. Immutable.
 *
 * @param request the number of the request that carried it
 * @param operation the id of the operation
 * @param key the name of the record, after its licence and a slash for items: {@code SN-1/theme}
 * @param requestId the id of that request, if it had one
 * @param values the fields it carried; none where the name is all there is
 */
public record AppliedRecord(
        long request, String operation, String key, Optional<String> requestId, Map<String, Object> values) {}
