package io.bitroutes.faults;

import io.bitroutes.sandbox.AppliedRecord;
import java.util.ArrayList;
import java.util.List;

/** What the program did in a run, cut where it was killed or lost its broker. Immutable. */
record Lives(List<Long> ends) {
    /** Nothing is cut: whatever dies, no record comes again. */
    static final Lives ONE = new Lives(List.of());

    Lives {
        ends = List.copyOf(ends);
    }

    /** They, of which the last one ended with the request of that number. */
    Lives endedAt(long request) {
        List<Long> more = new ArrayList<>(ends);
        more.add(request);
        return new Lives(more);
    }

    /** In which life a record was applied, from 0. */
    int of(AppliedRecord applied) {
        return (int) ends.stream().filter(end -> applied.request() > end).count();
    }
}
