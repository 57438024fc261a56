package io.bitroutes.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.bitroutes.api.Query;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The records a query asks for. Members of the body that are no part of a query are ignored, as servers do. */
record Selection(Resource resource, String keyField, List<Condition> conditions, List<Query.Sort> sorts) {

    static Selection everything(Resource resource, String keyField) {
        return new Selection(resource, keyField, List.of(), List.of());
    }

    static Selection of(Resource resource, Call call) {
        Query query = read(call);
        List<Condition> conditions = orEmpty(query.querys()).stream()
                .map(condition -> Condition.of(condition, resource.queryable()))
                .toList();
        for (Query.Sort sort : orEmpty(query.sorts())) {
            if (sort == null || sort.name() == null || !resource.sortable().contains(sort.name())) {
                throw new Refusal(SandboxStatus.BAD_QUERY, "cannot sort by " + sort);
            }
        }
        return new Selection(resource, call.operation().keyField(), conditions, orEmpty(query.sorts()));
    }

    List<Item> from(Table table) {
        if (conditions.isEmpty() && sorts.isEmpty()) {
            return table.list();
        }
        Stream<Item> found = candidates(table).stream()
                .filter(item -> conditions.stream().allMatch(condition -> condition.test(item)));
        return order().map(found::sorted).orElse(found).toList();
    }

    /** Where names are asked for, they are looked up: a scan of a million for each of them would take too long. */
    private List<Item> candidates(Table table) {
        return conditions.stream()
                .filter(condition -> condition.isNames(keyField))
                .findFirst()
                .map(condition -> condition.values().stream()
                        .distinct()
                        .flatMap(name -> table.find(name).stream())
                        .toList())
                .orElseGet(table::list);
    }

    private Optional<Comparator<Item>> order() {
        return sorts.stream()
                .map(sort -> Comparator.comparing((Item item) -> item.text(sort.name())))
                .reduce(Comparator::thenComparing);
    }

    private static Query read(Call call) {
        if (call.request().bodyLength() == 0) {
            return new Query(List.of(), List.of());
        }
        try {
            Query query = Json.MAPPER.treeToValue(call.body().orRefuse(), Query.class);
            return query == null ? new Query(List.of(), List.of()) : query;
        } catch (JsonProcessingException e) {
            throw new Refusal(SandboxStatus.BAD_QUERY, "the body is not a query: " + e.getOriginalMessage());
        }
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return Optional.ofNullable(list).orElse(List.of());
    }
}
