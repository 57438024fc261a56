package io.bitroutes.deliver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import io.bitroutes.api.Query;
import io.bitroutes.batch.Batch;
import io.bitroutes.http.ApiClient;
import io.bitroutes.http.ApiRequest;
import io.bitroutes.http.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks BitAnswer what it holds, to find out whether records were applied. Safe for threads. */
final class Lookup {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int NAMES_A_QUERY = 100;
    private static final int BYTES_A_QUERY = 1 << 20;

    private final ApiClient client;
    private final Operations operations;

    Lookup(ApiClient client, Operations operations) {
        this.client = client;
        this.operations = operations;
    }

    /**
     * Those of the positions whose record is not there as it was sent (or, for a delete, still there). Empty when nobody
     * can say, because the query is refused.
     */
    Optional<List<Integer>> notApplied(Batch batch, List<Integer> positions) {
        List<Integer> left = new ArrayList<>();
        for (List<Integer> some : queries(batch, positions)) {
            Optional<Map<String, JsonNode>> held = held(batch, some);
            if (held.isEmpty()) {
                return Optional.empty();
            }
            some.stream()
                    .filter(position -> !isApplied(batch, position, held.get()))
                    .forEach(left::add);
        }
        return Optional.of(left);
    }

    /** As many records a query as their answer may be kept in memory. */
    private static List<List<Integer>> queries(Batch batch, List<Integer> positions) {
        List<List<Integer>> queries = new ArrayList<>();
        long bytes = 0;
        for (int position : positions) {
            bytes += batch.payload().length(position);
            if (queries.isEmpty()
                    || bytes > BYTES_A_QUERY
                    || queries.get(queries.size() - 1).size() == NAMES_A_QUERY) {
                queries.add(new ArrayList<>());
                bytes = batch.payload().length(position);
            }
            queries.get(queries.size() - 1).add(position);
        }
        return queries;
    }

    /** What is renamed must be gone under its old name: else the new one is somebody else's. */
    private static boolean isApplied(Batch batch, int position, Map<String, JsonNode> held) {
        List<String> names = names(batch, position);
        String own = names.get(0);
        String last = names.get(names.size() - 1);
        if (batch.operation().removes()) {
            return !held.containsKey(own);
        }
        return held.containsKey(last)
                && (own.equals(last) || !held.containsKey(own))
                && holds(batch.operation(), held.get(last), sent(batch, position));
    }

    /** Whether the item has every member that was sent. An empty one may be missing, or changes nothing. */
    private static boolean holds(Operation operation, JsonNode item, JsonNode sent) {
        return sent.properties().stream().allMatch(member -> {
            String value = member.getValue().asText().strip();
            return value.equals(item.path(member.getKey()).asText("").strip())
                    || (value.isEmpty() && changesNothingWhenEmpty(operation, member.getKey()));
        });
    }

    private static boolean changesNothingWhenEmpty(Operation operation, String member) {
        return operation.sentFields().stream().anyMatch(field -> field.sends().equals(member) && !field.clearable());
    }

    private static JsonNode sent(Batch batch, int position) {
        try {
            JsonNode body = JSON.readTree(batch.payload().body(position, position));
            return body.isArray() ? body.get(0) : body;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Map<String, JsonNode>> held(Batch batch, List<Integer> positions) {
        Operation reader = operations.get(batch.operation().reader().orElseThrow());
        List<String> names = positions.stream()
                .flatMap(position -> names(batch, position).stream())
                .distinct()
                .toList();
        String path = reader.pathFor(Map.of(reader.key().get(0), batch.payload().scope(positions.get(0))));
        Reply reply = client.read(query(path + "?offset=0&limit=" + NAMES_A_QUERY, reader.keyField(), names));
        return reply instanceof Reply.Done done
                ? Optional.of(byName(done.envelope().items().orElse(List.of()), reader.keyField()))
                : Optional.empty();
    }

    private static Map<String, JsonNode> byName(List<JsonNode> items, String keyField) {
        Map<String, JsonNode> named = new HashMap<>();
        items.forEach(item -> named.put(item.path(keyField).asText().strip(), item));
        return named;
    }

    private static ApiRequest query(String path, String keyField, List<String> names) {
        try {
            byte[] body = JSON.writeValueAsBytes(Query.anyOf(keyField, names));
            return new ApiRequest("POST", path, new ApiRequest.Body(body), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its own name first, last the one it has once it is applied. */
    private static List<String> names(Batch batch, int position) {
        return batch.payload().keys(position).stream().map(String::strip).toList();
    }
}
