package io.bitroutes.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.bitroutes.text.Suggestion;
import io.bitroutes.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a query as people write it, {@code {"querys": [...], "sorts": [...]}}, and checks it. Immutable. */
public final class QueryReader {
    /** The member that holds the conditions. */
    public static final String QUERYS = "querys";
    /** The member that holds the order. */
    public static final String SORTS = "sorts";

    private static final int LONGEST_SHOWN = 80;
    private static final String NAME = "name";
    private static final String OPERATOR = "op";
    private static final String VALUES = "values";

    private final Operation operation;
    private final String source;
    private final Texts texts;

    /**
     * @param operation the query whose fields may be named
     * @param source what people call the place it comes from
     */
    public QueryReader(Operation operation, String source, Texts texts) {
        this.operation = operation;
        this.source = source;
        this.texts = texts;
    }

    /**
     * The query that a JSON object says.
     *
     * @throws QueryException naming the source and the place in it, and what is allowed there
     */
    public Query read(JsonNode root) throws QueryException {
        checkMembers("$", root, List.of(QUERYS, SORTS));
        List<Query.Condition> conditions = new ArrayList<>();
        for (JsonNode node : array("$.querys", root.path(QUERYS))) {
            conditions.add(condition("$.querys[" + conditions.size() + "]", node));
        }
        List<Query.Sort> sorts = new ArrayList<>();
        for (JsonNode node : array("$.sorts", root.path(SORTS))) {
            sorts.add(sort("$.sorts[" + sorts.size() + "]", node));
        }
        return new Query(conditions, sorts);
    }

    private Query.Condition condition(String place, JsonNode node) throws QueryException {
        checkMembers(place, node, List.of(NAME, OPERATOR, VALUES));
        String name = field(place + "." + NAME, node.path(NAME), operation.queries());
        String operator = text(place + "." + OPERATOR, node.path(OPERATOR));
        List<String> values = new ArrayList<>();
        for (JsonNode value : array(place + "." + VALUES, node.path(VALUES))) {
            values.add(text(place + "." + VALUES + "[" + values.size() + "]", value));
        }
        if (values.isEmpty()) {
            throw wrong(place + "." + VALUES, node.path(VALUES), texts.of("query.expected.values"));
        }
        return new Query.Condition(name, operator, values);
    }

    private Query.Sort sort(String place, JsonNode node) throws QueryException {
        checkMembers(place, node, List.of(NAME));
        return new Query.Sort(field(place + "." + NAME, node.path(NAME), operation.sorts()));
    }

    private void checkMembers(String place, JsonNode node, List<String> known) throws QueryException {
        if (!node.isObject()) {
            throw wrong(place, node, texts.of("query.expected.object", String.join(", ", known)));
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!known.contains(member.getKey())) {
                throw unknown(place, member.getKey(), known);
            }
        }
    }

    private String field(String place, JsonNode node, List<String> allowed) throws QueryException {
        String name = text(place, node);
        if (!allowed.contains(name)) {
            throw unknown(place, name, allowed);
        }
        return name;
    }

    private String text(String place, JsonNode node) throws QueryException {
        if (!node.isTextual()) {
            throw wrong(place, node, texts.of("query.expected.text"));
        }
        return node.textValue();
    }

    private JsonNode array(String place, JsonNode node) throws QueryException {
        if (!node.isArray() && !node.isMissingNode()) {
            throw wrong(place, node, texts.of("query.expected.array"));
        }
        return node;
    }

    private QueryException unknown(String place, String name, List<String> allowed) {
        String meant = Suggestion.near(name, allowed)
                .map(near -> texts.of("did-you-mean", near))
                .orElse("");
        String list = String.join(", ", allowed);
        return new QueryException(texts.of("query.unknown", source, place, name, meant, operation.id(), list));
    }

    private QueryException wrong(String place, JsonNode found, String expected) {
        String shown = found.isMissingNode() ? texts.of("query.nothing") : shortened(found.toString());
        return new QueryException(texts.of("query.wrong", source, place, shown, expected));
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
    }
}
