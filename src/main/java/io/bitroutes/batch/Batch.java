package io.bitroutes.batch;

import io.bitroutes.api.Operation;
import java.util.HashSet;
import java.util.Set;

/**
 * Records of one file that go out together. Immutable.
 *
 * @param job the file's job
 * @param number its number in the file, from 1
 * @param operation what is done with the records
 * @param rows the row number of each record
 * @param payload the records themselves
 */
public record Batch(String job, int number, Operation operation, RowNumbers rows, Payload payload) {

    /** How many records it has. */
    public int size() {
        return payload.size();
    }

    /** The id under which these records go out; another for every other part, body or counter. */
    public String requestId(int first, int last, int counter) {
        return RequestId.of(
                job, number, first, last, operation.method(), payload.path(first), payload.body(first, last), counter);
    }

    /** What no other request in flight may touch: its resource's names of all its records. */
    public Set<String> fenceKeys() {
        Set<String> keys = new HashSet<>(2 * size());
        for (int position = 0; position < size(); position++) {
            for (String key : payload.keys(position)) {
                keys.add(operation.resource() + '\n' + payload.scope(position) + '\n' + key.strip());
            }
        }
        return keys;
    }
}
