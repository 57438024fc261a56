package io.bitroutes.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bitroutes.api.Operation;
import io.bitroutes.api.Query;
import io.bitroutes.text.Suggestion;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A query as people write it down: {@code {"querys": [...], "sorts": [...]}}, checked against the catalogue. */
final class QueryFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String QUERYS = "querys";
    private static final String SORTS = "sorts";
    private static final String NAME = "name";
    private static final String OPERATOR = "op";
    private static final String VALUES = "values";

    private final Path file;
    private final Operation operation;
    private final Texts texts;

    QueryFile(Path file, Operation operation, Texts texts) {
        this.file = file;
        this.operation = operation;
        this.texts = texts;
    }

    /** @throws ExportException naming the file and the place in it, and what is allowed there */
    Query read() throws ExportException {
        JsonNode root = parsed();
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

    private JsonNode parsed() throws ExportException {
        try {
            return JSON.readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new ExportException(texts.of("export.query.json", file, line, e.getOriginalMessage()), e);
        } catch (IOException e) {
            throw new ExportException(texts.of("export.query.unreadable", file, e), e);
        }
    }

    private Query.Condition condition(String place, JsonNode node) throws ExportException {
        checkMembers(place, node, List.of(NAME, OPERATOR, VALUES));
        String name = field(place + "." + NAME, node.path(NAME), operation.queries());
        String operator = text(place + "." + OPERATOR, node.path(OPERATOR));
        List<String> values = new ArrayList<>();
        for (JsonNode value : array(place + "." + VALUES, node.path(VALUES))) {
            values.add(text(place + "." + VALUES + "[" + values.size() + "]", value));
        }
        if (values.isEmpty()) {
            throw wrong(place + "." + VALUES, node.path(VALUES), texts.of("export.query.expected.values"));
        }
        return new Query.Condition(name, operator, values);
    }

    private Query.Sort sort(String place, JsonNode node) throws ExportException {
        checkMembers(place, node, List.of(NAME));
        return new Query.Sort(field(place + "." + NAME, node.path(NAME), operation.sorts()));
    }

    private void checkMembers(String place, JsonNode node, List<String> known) throws ExportException {
        String expected = texts.of("export.query.expected.object", String.join(", ", known));
        if (!node.isObject()) {
            throw wrong(place, node, expected);
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!known.contains(member.getKey())) {
                throw unknown(place, member.getKey(), known);
            }
        }
    }

    private String field(String place, JsonNode node, List<String> allowed) throws ExportException {
        String name = text(place, node);
        if (!allowed.contains(name)) {
            throw unknown(place, name, allowed);
        }
        return name;
    }

    private String text(String place, JsonNode node) throws ExportException {
        if (!node.isTextual()) {
            throw wrong(place, node, texts.of("export.query.expected.text"));
        }
        return node.textValue();
    }

    private JsonNode array(String place, JsonNode node) throws ExportException {
        if (!node.isArray() && !node.isMissingNode()) {
            throw wrong(place, node, texts.of("export.query.expected.array"));
        }
        return node;
    }

    private ExportException unknown(String place, String name, List<String> allowed) {
        String meant = Suggestion.near(name, allowed)
                .map(near -> texts.of("did-you-mean", near))
                .orElse("");
        String list = String.join(", ", allowed);
        return new ExportException(texts.of("export.query.unknown", file, place, name, meant, operation.id(), list));
    }

    private ExportException wrong(String place, JsonNode found, String expected) {
        String shown = found.isMissingNode() ? texts.of("export.query.nothing") : found.toString();
        return new ExportException(texts.of("export.query.wrong", file, place, shown, expected));
    }
}
