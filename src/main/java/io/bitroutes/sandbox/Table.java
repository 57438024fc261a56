package io.bitroutes.sandbox;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records of one endpoint by name, oldest first, with an index of the field that must be unique. Not thread-safe. */
final class Table {
    private final String uniqueField;
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private List<Item> listed;

    /** @param uniqueField empty = none */
    Table(String uniqueField) {
        this.uniqueField = uniqueField;
    }

    String uniqueValue(Item item) {
        return uniqueField.isEmpty() ? "" : item.text(uniqueField);
    }

    Optional<Item> find(String name) {
        return Optional.ofNullable(items.get(name));
    }

    Optional<String> owner(String uniqueValue) {
        return Optional.ofNullable(owners.get(uniqueValue));
    }

    void put(String name, Item item) {
        Item previous = items.put(name, item);
        disown(name, previous);
        if (!uniqueValue(item).isEmpty()) {
            owners.put(uniqueValue(item), name);
        }
        listed = null;
    }

    void remove(String name) {
        disown(name, items.remove(name));
        listed = null;
    }

    void clear() {
        items.clear();
        owners.clear();
        listed = null;
    }

    int size() {
        return items.size();
    }

    /** All records; made once between two writes, so that paging through a million is not a walk from the start each time. */
    List<Item> list() {
        if (listed == null) {
            listed = Collections.unmodifiableList(new ArrayList<>(items.values()));
        }
        return listed;
    }

    Map<String, Map<String, Object>> copy() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }

    private void disown(String name, Item previous) {
        if (previous != null) {
            owners.remove(uniqueValue(previous), name);
        }
    }
}
