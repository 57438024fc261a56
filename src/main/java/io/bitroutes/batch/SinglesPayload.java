package io.bitroutes.batch;

import java.util.Arrays;
import java.util.List;

/** Records that go out one by one, each to its own path. */
final class SinglesPayload implements Payload {
    private final List<BatchHeader.Part> parts;
    private final byte[] bodies;

    SinglesPayload(List<BatchHeader.Part> parts, byte[] bodies) {
        this.parts = List.copyOf(parts);
        this.bodies = bodies;
    }

    @Override
    public int size() {
        return parts.size();
    }

    @Override
    public String path(int position) {
        return parts.get(position).path();
    }

    @Override
    public String scope(int position) {
        return parts.get(position).scope();
    }

    @Override
    public List<String> keys(int position) {
        return parts.get(position).keys();
    }

    @Override
    public byte[] body(int first, int last) {
        if (first != last) {
            throw new IllegalArgumentException("these records go out one by one, not " + first + " to " + last);
        }
        return Arrays.copyOfRange(bodies, begin(first), parts.get(first).end());
    }

    @Override
    public int length(int position) {
        return parts.get(position).end() - begin(position);
    }

    private int begin(int position) {
        return position == 0 ? 0 : parts.get(position - 1).end();
    }
}
