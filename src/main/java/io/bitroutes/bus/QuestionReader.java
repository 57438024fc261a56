package io.bitroutes.bus;

import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import io.bitroutes.api.Query;
import io.bitroutes.api.QueryException;
import io.bitroutes.api.QueryReader;
import io.bitroutes.api.UnreachableNameException;
import io.bitroutes.text.Suggestion;
import io.bitroutes.text.Texts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks what somebody asks, before anything is asked of BitAnswer. Immutable. */
final class QuestionReader {
    private static final String OFFSET = "offset";
    private static final String LIMIT = "limit";
    private static final String ALL = "all";
    private static final List<String> QUERY = List.of(QueryReader.QUERYS, QueryReader.SORTS);
    private static final long MOST_OFFSET = 1_000_000_000;
    private static final int USUAL_LIMIT = 50;

    private final Operations operations;
    private final Texts texts;

    QuestionReader(Operations operations, Texts texts) {
        this.operations = operations;
        this.texts = texts;
    }

    /** @throws AskException with what is wrong and what is allowed */
    Question read(String id, String body) throws AskException {
        Operation operation = operation(id);
        AskParameters parameters = AskParameters.of(body, texts);
        parameters.check(operation.id(), parametersOf(operation));
        boolean all = parameters.isTrue(ALL);
        if (all && parameters.has(LIMIT)) {
            throw invalid(texts.of("ask.parameter.limit-with-all"));
        }
        int usual = all ? operation.limit() : Math.min(USUAL_LIMIT, operation.limit());
        return new Question(
                operation,
                path(operation, parameters),
                query(operation, parameters),
                parameters.whole(OFFSET, 0, MOST_OFFSET, 0),
                (int) parameters.whole(LIMIT, 1, operation.limit(), usual),
                all);
    }

    private Operation operation(String id) throws AskException {
        List<String> reads = operations.all().stream()
                .filter(operation -> !operation.writes())
                .map(Operation::id)
                .toList();
        String known = String.join(", ", reads);
        if (id.isBlank()) {
            throw invalid(texts.of("ask.operation.missing", known));
        }
        Operation found = operations.find(id).orElseThrow(() -> invalid(unknown(id, reads, known)));
        if (found.writes()) {
            throw invalid(texts.of("ask.operation.writes", id, known));
        }
        return found;
    }

    private String unknown(String id, List<String> reads, String known) {
        String meant = Suggestion.near(id, reads)
                .map(near -> texts.of("did-you-mean", near))
                .orElse("");
        return texts.of("ask.operation.unknown", id, meant, known);
    }

    private static List<String> parametersOf(Operation operation) {
        List<String> names = new ArrayList<>(operation.pathFields());
        if (operation.body() == Operation.Body.QUERY) {
            names.add(operation.keyField());
            names.addAll(QUERY);
        }
        if (operation.pages()) {
            names.addAll(List.of(OFFSET, LIMIT, ALL));
        }
        return names;
    }

    private String path(Operation operation, AskParameters parameters) throws AskException {
        Map<String, String> names = new HashMap<>();
        for (String field : operation.pathFields()) {
            names.put(field, parameters.text(operation.id(), field));
        }
        try {
            return operation.pathFor(names);
        } catch (UnreachableNameException e) {
            throw invalid(texts.of("ask.parameter.unreachable", e.field(), e.value()));
        }
    }

    /** The name of a record, given by itself, is one more condition. */
    private Query query(Operation operation, AskParameters parameters) throws AskException {
        if (operation.body() != Operation.Body.QUERY) {
            return new Query(List.of(), List.of());
        }
        try {
            Query asked = new QueryReader(operation, texts.of("ask.source"), texts).read(parameters.only(QUERY));
            List<String> keys = parameters.texts(operation.keyField());
            List<Query.Condition> conditions = new ArrayList<>(asked.querys());
            if (!keys.isEmpty()) {
                conditions.addAll(Query.anyOf(operation.keyField(), keys).querys());
            }
            return new Query(conditions, asked.sorts());
        } catch (QueryException e) {
            throw invalid(e.getMessage());
        }
    }

    private static AskException invalid(String message) {
        return new AskException(AskCode.INVALID, message);
    }
}
