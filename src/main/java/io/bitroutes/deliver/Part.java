package io.bitroutes.deliver;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A run of a batch's records that goes out as one request.
 *
 * @param first the position of its first record
 * @param last the position of its last record
 * @param unanswered whether its records may have gone out before without an answer
 */
record Part(int first, int last, boolean unanswered) {

    int size() {
        return last - first + 1;
    }

    List<Integer> positions() {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    /** The two halves, in order, each in doubt if the whole was. */
    List<Part> halves(boolean inDoubt) {
        int middle = first + size() / 2;
        return List.of(new Part(first, middle - 1, inDoubt), new Part(middle, last, inDoubt));
    }
}
