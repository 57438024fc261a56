package io.bitroutes.deliver;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A run of a batch's records that goes out as one request.
 *
 * @param first the position of its first record
 * @param last the position of its last record
 * @param unanswered whether its records may have gone out before without an answer
 * @param above the id of the request whose records it is a part of; empty for none
 * @param rounds how often its records were looked up and have to go again, under a new id each time
 */
record Part(int first, int last, boolean unanswered, String above, int rounds) {

    /** Records that no other request has carried in this run. */
    static Part of(int first, int last, boolean unanswered) {
        return new Part(first, last, unanswered, "", 0);
    }

    int size() {
        return last - first + 1;
    }

    List<Integer> positions() {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    /** Whether it must not go out under an id it had before. */
    boolean wantsNewId() {
        return rounds > 0;
    }

    /** The two halves, in order, each in doubt if the whole was, which went out under that id. */
    List<Part> halves(boolean inDoubt, String id) {
        int middle = first + size() / 2;
        return List.of(new Part(first, middle - 1, inDoubt, id, 0), new Part(middle, last, inDoubt, id, 0));
    }

    /** The runs of those of its records that are known not to be applied, ascending; they go again under new ids. */
    List<Part> again(List<Integer> positions, String id) {
        List<Part> runs = new ArrayList<>();
        int from = 0;
        for (int index = 1; index <= positions.size(); index++) {
            if (index == positions.size() || positions.get(index) != positions.get(index - 1) + 1) {
                runs.add(new Part(positions.get(from), positions.get(index - 1), false, id, rounds + 1));
                from = index;
            }
        }
        return runs;
    }
}
