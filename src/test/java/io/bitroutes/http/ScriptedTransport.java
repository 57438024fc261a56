package io.bitroutes.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** Answers from a script, and status 0 after its end; the harmless read has a script of its own. */
final class ScriptedTransport implements Transport {
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final Deque<Answer> reads = new ArrayDeque<>();
    private final List<ApiRequest> requests = Collections.synchronizedList(new ArrayList<>());

    ScriptedTransport answers(Answer... more) {
        answers.addAll(List.of(more));
        return this;
    }

    ScriptedTransport reads(Answer... more) {
        reads.addAll(List.of(more));
        return this;
    }

    @Override
    public synchronized Answer exchange(ApiRequest request) {
        requests.add(request);
        Deque<Answer> script = isRead(request) ? reads : answers;
        return script.isEmpty() ? Answers.DONE : script.pop();
    }

    /** What went out, harmless reads aside. */
    List<ApiRequest> requests() {
        return List.copyOf(requests).stream()
                .filter(request -> !isRead(request))
                .toList();
    }

    /** How many harmless reads went out. */
    int readsSent() {
        return (int)
                List.copyOf(requests).stream().filter(ScriptedTransport::isRead).count();
    }

    private static boolean isRead(ApiRequest request) {
        return request.method().equals("GET");
    }
}
