package io.bitroutes.bus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.api.Operation;
import io.bitroutes.api.Query;
import io.bitroutes.http.ApiRequest;
import java.io.UncheckedIOException;

/**
 * What somebody wants to know, checked. Made by {@link QuestionReader}. Immutable.
 *
 * @param operation a read
 * @param path its path with the names filled in
 * @param query sent by queries only
 * @param offset where to begin; 0 for the read of one record
 * @param limit the most records of a page
 * @param all whether to go on page after page
 */
record Question(Operation operation, String path, Query query, long offset, int limit, boolean all) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The request for the page that begins there. A read has no request id: it may be answered anew each time. */
    ApiRequest request(long from) {
        ApiRequest.Body body =
                operation.body() == Operation.Body.QUERY ? new ApiRequest.Body(json()) : ApiRequest.Body.NONE;
        return new ApiRequest(operation.method(), target(from), body, "");
    }

    /** That request in words, for people. */
    String describe(long from) {
        return operation.id() + " (" + operation.method() + " " + target(from) + ")";
    }

    private String target(long from) {
        return operation.pages() ? path + "?offset=" + from + "&limit=" + limit : path;
    }

    private byte[] json() {
        try {
            return JSON.writeValueAsBytes(query);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
