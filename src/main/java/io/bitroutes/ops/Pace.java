package io.bitroutes.ops;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How fast jobs go, from what was seen of them in the last minutes. Not safe for threads. */
final class Pace {
    private static final Duration WINDOW = Duration.ofMinutes(3);
    private static final Duration BETWEEN_MARKS = Duration.ofSeconds(5);

    private final Map<String, Deque<Mark>> marks = new HashMap<>();

    private record Mark(Instant at, long judged) {}

    /** When a job will be done, seen as it is now; empty if nothing moved yet. */
    Optional<Instant> doneAt(String job, long judged, long rows, Instant now) {
        Deque<Mark> seen = marks.computeIfAbsent(job, key -> new ArrayDeque<>());
        if (seen.isEmpty() || seen.peekLast().at().plus(BETWEEN_MARKS).isBefore(now)) {
            seen.addLast(new Mark(now, judged));
        }
        while (seen.size() > 2 && seen.peekFirst().at().plus(WINDOW).isBefore(now)) {
            seen.removeFirst();
        }
        Mark first = seen.peekFirst();
        long moved = judged - first.judged();
        double millis = Duration.between(first.at(), now).toMillis();
        return moved <= 0 || millis <= 0
                ? Optional.empty()
                : Optional.of(now.plusMillis(Math.round((rows - judged) * millis / moved)));
    }

    /** Forgets all other jobs. */
    void keepOnly(Set<String> jobs) {
        marks.keySet().retainAll(jobs);
    }
}
