package io.bitroutes.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The fields of a record in their order, in a third of the memory a hash map takes. They are compared one by one, from
 * the one that follows the last found on; where there are many, a hash map takes over. None can be removed. Not safe for
 * threads.
 */
final class FewFields extends AbstractMap<String, JsonNode> {
    private static final int FIRST = 10;
    private static final int FEW = 40;

    private String[] names = new String[FIRST];
    private JsonNode[] values = new JsonNode[FIRST];
    private int size;
    private int next;
    private Map<String, JsonNode> many;

    /** Makes objects of them. */
    static final class Factory extends JsonNodeFactory {
        private static final long serialVersionUID = 1;

        @Override
        public ObjectNode objectNode() {
            return new ObjectNode(this, new FewFields());
        }
    }

    @Override
    public JsonNode get(Object name) {
        if (many != null) {
            return many.get(name);
        }
        int place = place(name);
        return place < 0 ? null : values[place];
    }

    @Override
    public boolean containsKey(Object name) {
        return many == null ? place(name) >= 0 : many.containsKey(name);
    }

    @Override
    public JsonNode put(String name, JsonNode value) {
        if (many != null) {
            return many.put(name, value);
        }
        int place = place(name);
        if (place >= 0) {
            JsonNode before = values[place];
            values[place] = value;
            return before;
        }
        return add(name, value);
    }

    @Override
    public int size() {
        return many == null ? size : many.size();
    }

    @Override
    public Set<Map.Entry<String, JsonNode>> entrySet() {
        return many == null ? new Entries() : many.entrySet();
    }

    private JsonNode add(String name, JsonNode value) {
        if (size == FEW) {
            many = new LinkedHashMap<>(this);
            return many.put(name, value);
        }
        if (size == names.length) {
            names = Arrays.copyOf(names, FEW);
            values = Arrays.copyOf(values, FEW);
        }
        names[size] = name;
        values[size] = value;
        size++;
        return null;
    }

    private int place(Object name) {
        for (int step = 0, place = next; step < size; step++, place++) {
            place = place < size ? place : 0;
            if (names[place].equals(name)) {
                next = place + 1;
                return place;
            }
        }
        return -1;
    }

    private final class Entries extends AbstractSet<Map.Entry<String, JsonNode>> {
        @Override
        public Iterator<Map.Entry<String, JsonNode>> iterator() {
            return IntStream.range(0, size).mapToObj(this::entry).iterator();
        }

        private Map.Entry<String, JsonNode> entry(int place) {
            return new SimpleImmutableEntry<>(names[place], values[place]);
        }

        @Override
        public int size() {
            return size;
        }
    }
}
