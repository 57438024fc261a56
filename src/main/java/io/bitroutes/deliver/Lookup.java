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
        for (int from = 0; from < positions.size(); from += NAMES_A_QUERY) {
            List<Integer> some = positions.subList(from, Math.min(from + NAMES_A_QUERY, positions.size()));
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

    private static boolean isApplied(Batch batch, int position, Map<String, JsonNode> held) {
        Optional<JsonNode> found = Optional.ofNullable(held.get(finalName(batch, position)));
        return batch.operation().removes()
                ? found.isEmpty()
                : found.filter(item -> holds(item, sent(batch, position))).isPresent();
    }

    /** Whether the item has every member that was sent; an empty one may be missing. */
    private static boolean holds(JsonNode item, JsonNode sent) {
        return sent.properties().stream().allMatch(member -> item.path(member.getKey())
                .asText("")
                .strip()
                .equals(member.getValue().asText().strip()));
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
        List<String> names =
                positions.stream().map(position -> finalName(batch, position)).toList();
        String path = reader.pathFor(Map.of(reader.key().get(0), batch.payload().scope(positions.get(0))));
        Reply reply = client.send(query(path + "?offset=0&limit=" + NAMES_A_QUERY, reader.keyField(), names), false);
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

    /** The name a record has once it is applied: the last one it holds. */
    private static String finalName(Batch batch, int position) {
        List<String> names = batch.payload().keys(position);
        return names.get(names.size() - 1).strip();
    }
}
