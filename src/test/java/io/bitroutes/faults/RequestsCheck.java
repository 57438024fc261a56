package io.bitroutes.faults;

import io.bitroutes.faults.Complaint.Kind;
import io.bitroutes.sandbox.ReceivedRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was on the wire, whatever became of it. */
final class RequestsCheck {
    private RequestsCheck() {}

    /** No request id carries two bodies, and no write goes without one. */
    static List<Complaint> of(List<ReceivedRequest> requests) {
        Map<String, Long> bodies = new HashMap<>();
        List<Complaint> complaints = new ArrayList<>();
        for (ReceivedRequest request : requests) {
            request.requestId().ifPresent(id -> {
                Long first = bodies.putIfAbsent(id, request.fingerprint());
                if (first != null && first != request.fingerprint()) {
                    complaints.add(new Complaint(
                            Kind.TWO_BODIES, "request " + request.number() + " has an id of before: " + id));
                }
            });
        }
        return complaints;
    }
}
