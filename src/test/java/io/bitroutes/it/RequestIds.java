package io.bitroutes.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.sandbox.AppliedRecord;
import io.bitroutes.sandbox.ReceivedRequest;
import io.bitroutes.sandbox.Sandbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Under which ids the records of an operation went out, for a file in which no name stands twice.
 *
 * @param applied the records the sandbox accepted
 * @param received the requests it was sent, with their bodies
 */
record RequestIds(List<AppliedRecord> applied, List<ReceivedRequest> received) {

    static RequestIds of(Sandbox sandbox, String operation) {
        return new RequestIds(
                sandbox.oracle().stream()
                        .filter(record -> record.operation().equals(operation))
                        .toList(),
                sandbox.requests().stream()
                        .filter(request -> request.is(operation))
                        .toList());
    }

    /** No record was applied twice, under whatever id, and no id ever carried two bodies. */
    void assertOneForEachRecordAndOneBodyForEach() {
        Map<String, String> ids = new HashMap<>();
        for (AppliedRecord record : applied) {
            String id = record.requestId().orElseThrow();
            assertThat(ids.putIfAbsent(record.key(), id))
                    .as("applied before: %s", record)
                    .isNull();
        }
        Map<String, String> bodies = new HashMap<>();
        for (ReceivedRequest request : received) {
            String body = request.method() + request.path() + request.body().orElseThrow();
            String first = bodies.putIfAbsent(request.requestId().orElseThrow(), body);
            assertThat(first).as("sent before as %s", request.requestId()).isIn(null, body);
        }
    }
}
