package io.bitroutes.sandbox;

import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Configuration items, a table for each licence; writing an inherited item makes it the licence's own. */
final class Datas implements Resource {
    private static final String NAME = "name";
    private static final String VALUE = "value";
    private static final String STATUS = "status";
    private static final String UPDATED = "updateTime";
    private static final String SOURCE = "source";
    private static final String OWN = "sn";

    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final List<String> fields;
    private final Timestamps timestamps;
    private final boolean inherits;

    Datas(Operations operations, SandboxOptions options, Timestamps timestamps) {
        this.fields = Resource.fieldNames(operations, "datas");
        this.timestamps = timestamps;
        this.inherits = options.has(Quirks.INHERITED_ITEMS);
    }

    @Override
    public String noun() {
        return "item";
    }

    @Override
    public Table table(Map<String, String> variables) {
        return tables.computeIfAbsent(variables.get("sn"), sn -> newTable());
    }

    @Override
    public Set<String> queryable() {
        return Set.of(NAME, UPDATED, SOURCE);
    }

    @Override
    public Set<String> sortable() {
        return Set.of(NAME, UPDATED);
    }

    @Override
    public Optional<Applied> apply(Draft draft, Operation operation, Given record) {
        Optional<Item> present = draft.find(record.name());
        if (operation.removes()) {
            return present.filter(item -> item.text(SOURCE).equals(OWN)).map(item -> delete(draft, record));
        }
        Item item = present.map(old -> old.with(fields, changes(record))).orElseGet(() -> added(record));
        boolean changed = !present.equals(Optional.of(item));
        Item stored = changed ? item.with(fields, Map.of(UPDATED, timestamps.now(), SOURCE, OWN)) : item;
        draft.put(record.name(), stored);
        return Optional.of(new Applied(stored, changed));
    }

    /** The licences that have items, with them. */
    Map<String, Table> tables() {
        return tables;
    }

    void seed(String sn, Map<String, ?> values) {
        put(table(Map.of("sn", sn)), values);
    }

    private Applied delete(Draft draft, Given record) {
        draft.remove(record.name());
        return new Applied(Item.of(fields, Map.of(NAME, record.name())), true);
    }

    private Item added(Given record) {
        return Item.of(fields, Map.of(NAME, record.name(), STATUS, 0)).with(fields, changes(record));
    }

    private static Map<String, Object> changes(Given record) {
        Map<String, Object> changes = new LinkedHashMap<>(record.values());
        changes.keySet().retainAll(Set.of(VALUE, STATUS));
        changes.values().removeIf(""::equals);
        return changes;
    }

    private Table newTable() {
        Table table = new Table("");
        if (inherits) {
            put(table, Map.of(NAME, "edition", VALUE, "standard", SOURCE, "product"));
            put(table, Map.of(NAME, "theme", VALUE, "light", SOURCE, "template"));
        }
        return table;
    }

    private void put(Table table, Map<String, ?> values) {
        Item given = Item.of(fields, values);
        Map<String, Object> defaults = Map.of(STATUS, 0, UPDATED, timestamps.now(), SOURCE, OWN);
        table.put(given.text(NAME), Item.of(fields, defaults).with(fields, given));
    }
}
