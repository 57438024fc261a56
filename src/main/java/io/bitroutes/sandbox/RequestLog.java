package io.bitroutes.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** Numbers the requests and keeps them. Safe for use by many threads. */
final class RequestLog {
    private final boolean kept;
    private final List<ReceivedRequest> requests = new ArrayList<>();
    private long last;

    RequestLog(boolean kept) {
        this.kept = kept;
    }

    synchronized ReceivedRequest add(LongFunction<ReceivedRequest> numbered) {
        ReceivedRequest request = numbered.apply(++last);
        if (kept) {
            requests.add(request);
        }
        return request;
    }

    synchronized List<ReceivedRequest> copy() {
        return List.copyOf(requests);
    }

    synchronized void clear() {
        requests.clear();
    }
}
