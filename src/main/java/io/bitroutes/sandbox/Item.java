package io.bitroutes.sandbox;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A record as an immutable map in the catalogue's order. Kept as one array, because a million of them may be held. */
final class Item extends AbstractMap<String, Object> {
    private final Object[] cells;

    private Item(Object[] cells) {
        this.cells = cells;
    }

    /** The fields of that order that are there and not empty: BitAnswer answers no empty node. */
    static Item of(List<String> order, Map<String, ?> values) {
        List<Object> cells = new ArrayList<>(values.size() * 2);
        for (String name : order) {
            Object value = values.get(name);
            if (value != null && !value.equals("")) {
                cells.add(name);
                cells.add(value);
            }
        }
        return new Item(cells.toArray());
    }

    @Override
    public Object get(Object name) {
        for (int cell = 0; cell < cells.length; cell += 2) {
            if (cells[cell].equals(name)) {
                return cells[cell + 1];
            }
        }
        return null;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        Set<Entry<String, Object>> entries = new LinkedHashSet<>();
        for (int cell = 0; cell < cells.length; cell += 2) {
            entries.add(Map.entry((String) cells[cell], cells[cell + 1]));
        }
        return entries;
    }

    /** Writes it as an object; pages and answers have thousands. */
    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (int cell = 0; cell < cells.length; cell += 2) {
            json.writeFieldName((String) cells[cell]);
            if (cells[cell + 1] instanceof String text) {
                json.writeString(text);
            } else {
                json.writeObject(cells[cell + 1]);
            }
        }
        json.writeEndObject();
    }

    String text(String name) {
        Object value = get(name);
        return value == null ? "" : value.toString();
    }

    Item with(List<String> order, Map<String, ?> changes) {
        Map<String, Object> values = new LinkedHashMap<>(this);
        values.putAll(changes);
        return of(order, values);
    }
}
