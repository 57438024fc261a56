package io.bitroutes.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.bitroutes.api.Operation;
import io.bitroutes.api.Query;
import io.bitroutes.api.QueryException;
import io.bitroutes.api.QueryReader;
import io.bitroutes.text.ParserWords;
import io.bitroutes.text.Suggestion;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A query, or its sorts, as people write it down in a file or in place; with the times of this run in its values. */
final class WrittenQuery {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final QueryText text;
    private final String source;
    private final Operation operation;
    private final Texts texts;

    WrittenQuery(QueryText text, Operation operation, Texts texts) {
        this.text = text;
        this.source = text instanceof QueryText.InFile written
                ? texts.of("export.query.file", written.file())
                : texts.of("export.query.inline");
        this.operation = operation;
        this.texts = texts;
    }

    /** @throws ExportException naming the file, if it is one, and the place in it, and what is allowed there */
    Query query(QueryTimes times) throws ExportException {
        Query query = checked(parsed());
        List<Query.Condition> conditions = new ArrayList<>();
        for (Query.Condition condition : query.querys()) {
            List<String> values = new ArrayList<>();
            for (String value : condition.values()) {
                values.add(times.fill(value, this::unknown));
            }
            conditions.add(new Query.Condition(condition.name(), condition.op(), values));
        }
        return new Query(conditions, query.sorts());
    }

    /** The sorts alone, an array. */
    List<Query.Sort> sorts() throws ExportException {
        return checked(JsonNodeFactory.instance.objectNode().set(QueryReader.SORTS, parsed()))
                .sorts();
    }

    private Query checked(JsonNode root) throws ExportException {
        try {
            return new QueryReader(operation, source, texts).read(root);
        } catch (QueryException e) {
            throw new ExportException(e.getMessage(), e);
        }
    }

    private ExportException unknown(String placeholder) {
        String meant = Suggestion.near(placeholder, QueryTimes.PLACEHOLDERS)
                .map(near -> texts.of("did-you-mean", near))
                .orElse("");
        return new ExportException(texts.of(
                "export.query.placeholder", source, placeholder, meant, String.join(", ", QueryTimes.PLACEHOLDERS)));
    }

    private JsonNode parsed() throws ExportException {
        String json =
                text instanceof QueryText.InFile written ? content(written.file()) : ((QueryText.Inline) text).json();
        try {
            return JSON.readTree(json.startsWith(BYTE_ORDER_MARK) ? json.substring(1) : json);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new ExportException(
                    texts.of("export.query.json", source, line, ParserWords.of(e.getOriginalMessage())), e);
        }
    }

    private String content(Path file) throws ExportException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ExportException(texts.of("export.query.unreadable", source, e), e);
        }
    }
}
