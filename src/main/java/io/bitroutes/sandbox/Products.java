package io.bitroutes.sandbox;

import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Products: created with a GUID, renamed only to a free name. */
final class Products implements Resource {
    private static final String NAME = "productName";
    private static final String GUID = "productGuid";

    private final Table table = new Table("");
    private final List<String> fields;
    private final boolean answersGivenFields;

    Products(Operations operations, SandboxOptions options) {
        this.fields = Resource.fieldNames(operations, "products");
        this.answersGivenFields = options.has(Quirks.PRODUCT_UPDATE_ANSWERS_GIVEN_FIELDS);
    }

    @Override
    public String noun() {
        return "product";
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
        if (operation.pathFields().isEmpty()) {
            return Optional.of(create(draft, record));
        }
        Item present = draft.find(record.name()).orElseThrow(() -> absent(record.name()));
        if (operation.removes()) {
            draft.remove(record.name());
            return Optional.of(new Applied(Item.of(fields, Map.of(NAME, record.name())), true));
        }
        Item item = operation.resetsMissing() ? whole(present, record) : present.with(fields, record.values());
        move(draft, record.name(), item);
        boolean brief = answersGivenFields && !operation.resetsMissing();
        return Optional.of(new Applied(brief ? Item.of(fields, record.values()) : item, !item.equals(present)));
    }

    void seed(Map<String, ?> values) {
        Item given = Item.of(fields, values);
        table.put(given.text(NAME), Item.of(fields, Map.of(GUID, newGuid())).with(fields, given));
    }

    private Applied create(Draft draft, Given record) {
        requireFree(draft, record.name(), record.name());
        Map<String, Object> values = new LinkedHashMap<>(record.values());
        values.put(GUID, newGuid());
        Item item = Item.of(fields, values);
        draft.put(record.name(), item);
        return new Applied(item, true);
    }

    private Item whole(Item present, Given record) {
        if (!record.values().containsKey(NAME)) {
            throw new Refusal(
                    SandboxStatus.NAME_MISSING, "product '" + record.name() + "': the body lacks its '" + NAME + "'");
        }
        return Item.of(fields, Map.of(GUID, present.text(GUID))).with(fields, record.values());
    }

    private static void move(Draft draft, String oldName, Item item) {
        String newName = item.text(NAME);
        if (!newName.equals(oldName)) {
            requireFree(draft, oldName, newName);
            draft.remove(oldName);
        }
        draft.put(newName, item);
    }

    private static void requireFree(Draft draft, String product, String wanted) {
        if (draft.find(wanted).isPresent()) {
            throw new Refusal(
                    SandboxStatus.NAME_TAKEN, "product '" + product + "': the name '" + wanted + "' is taken");
        }
    }

    private static String newGuid() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
