package io.bitroutes.sandbox;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The changes of one request, invisible until they are committed. Not thread-safe. */
final class Draft {
    private final Table table;
    private final Map<String, Optional<Item>> changes = new LinkedHashMap<>();
    private final Map<String, Optional<String>> owners = new HashMap<>();

    Draft(Table table) {
        this.table = table;
    }

    Optional<Item> find(String name) {
        Optional<Item> change = changes.get(name);
        return change == null ? table.find(name) : change;
    }

    /** Who else has the unique value of that item. */
    Optional<String> otherOwner(String name, Item item) {
        String value = table.uniqueValue(item);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> change = owners.get(value);
        return (change == null ? table.owner(value) : change).filter(owner -> !owner.equals(name));
    }

    void put(String name, Item item) {
        disown(name);
        changes.put(name, Optional.of(item));
        owners.put(table.uniqueValue(item), Optional.of(name));
    }

    void remove(String name) {
        disown(name);
        changes.put(name, Optional.empty());
    }

    void commit() {
        changes.forEach((name, item) -> item.ifPresentOrElse(kept -> table.put(name, kept), () -> table.remove(name)));
    }

    private void disown(String name) {
        find(name).ifPresent(previous -> owners.put(table.uniqueValue(previous), Optional.empty()));
    }
}
