package io.bitroutes.deliver;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A run of a batch's records that goes out as one request.
 *
 * @param first the position of its first record
 * @param last the position of its last record
 * @param unanswered whether its records may have gone out before without an answer
 * @param above the id of the request whose records it halves; empty for none
 */
record Part(int first, int last, boolean unanswered, String above) {

    /** Records that no other request has carried in this run. */
    static Part of(int first, int last, boolean unanswered) {
        return new Part(first, last, unanswered, "");
    }

    int size() {
        return last - first + 1;
    }

    List<Integer> positions() {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    /** The two halves, in order, each in doubt if the whole was, which went out under that id. */
    List<Part> halves(boolean inDoubt, String id) {
        int middle = first + size() / 2;
        return List.of(new Part(first, middle - 1, inDoubt, id), new Part(middle, last, inDoubt, id));
    }
}
