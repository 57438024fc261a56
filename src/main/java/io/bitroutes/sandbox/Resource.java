package io.bitroutes.sandbox;

import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rules of one kind of record. Guarded by the {@link SandboxState} it belongs to. */
sealed interface Resource permits Customers, Products, Datas {

    /** What one record is called in messages. */
    String noun();

    /** The records that the names in a path lead to. */
    Table table(Map<String, String> variables);

    /** The fields a query may have conditions on. */
    Set<String> queryable();

    /** The fields a query may sort by. */
    Set<String> sortable();

    /**
     * Applies one record to the draft.
     *
     * @return what to answer; empty if there is nothing to do and nothing to say
     * @throws Refusal if it may not be, the draft being unchanged
     */
    Optional<Applied> apply(Draft draft, Operation operation, Given record);

    /** What became of a record. */
    record Applied(Item answer, boolean changed) {}

    /** All fields of a resource, in the catalogue's order. */
    static List<String> fieldNames(Operations operations, String resource) {
        return operations.all().stream()
                .filter(operation -> operation.resource().equals(resource))
                .map(operation ->
                        operation.fields().stream().map(field -> field.name()).toList())
                .max(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    default Refusal absent(String name) {
        return new Refusal(SandboxStatus.ABSENT, noun() + " '" + name + "' does not exist");
    }
}
