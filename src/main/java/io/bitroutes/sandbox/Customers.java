package io.bitroutes.sandbox;

import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Customers: replaced whole or updated in part; no two share a {@code referenceId}. */
final class Customers implements Resource {
    private static final String NAME = "name";
    private static final String REFERENCE = "referenceId";
    private static final String REGISTERED = "regDate";

    private final Table table = new Table(REFERENCE);
    private final List<String> fields;
    private final Timestamps timestamps;

    Customers(Operations operations, Timestamps timestamps) {
        this.fields = Resource.fieldNames(operations, "customers");
        this.timestamps = timestamps;
    }

    @Override
    public String noun() {
        return "customer";
    }

    @Override
    public Table table(Map<String, String> variables) {
        return table;
    }

    @Override
    public Set<String> queryable() {
        return Set.of(NAME);
    }

    @Override
    public Set<String> sortable() {
        return Set.of(NAME);
    }

    @Override
    public Optional<Applied> apply(Draft draft, Operation operation, Given record) {
        Optional<Item> present = draft.find(record.name());
        if (present.isEmpty() && !operation.resetsMissing()) {
            throw absent(record.name());
        }
        if (operation.removes()) {
            draft.remove(record.name());
            return Optional.of(new Applied(Item.of(fields, Map.of(NAME, record.name())), true));
        }
        Item item = operation.resetsMissing()
                ? whole(record, present)
                : present.get().with(fields, record.values());
        draft.otherOwner(record.name(), item).ifPresent(owner -> {
            throw referenceTaken(record.name(), item, owner);
        });
        draft.put(record.name(), item);
        return Optional.of(new Applied(item, !present.equals(Optional.of(item))));
    }

    void seed(Map<String, ?> values) {
        Item given = Item.of(fields, values);
        table.put(
                given.text(NAME),
                Item.of(fields, Map.of(REGISTERED, timestamps.now())).with(fields, given));
    }

    private Item whole(Given record, Optional<Item> present) {
        Map<String, Object> values = new LinkedHashMap<>(record.values());
        values.put(NAME, record.name());
        values.put(REGISTERED, present.map(item -> item.text(REGISTERED)).orElseGet(timestamps::now));
        return Item.of(fields, values);
    }

    private static Refusal referenceTaken(String name, Item item, String owner) {
        return new Refusal(
                SandboxStatus.REFERENCE_TAKEN,
                "customer '" + name + "': referenceId '" + item.text(REFERENCE) + "' belongs to customer '" + owner
                        + "'");
    }
}
