package io.bitroutes.export;

import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import io.bitroutes.api.Query;
import io.bitroutes.text.Suggestion;
import io.bitroutes.text.Texts;
import java.util.List;
import java.util.Map;

/** Checks what somebody wants exported, before anything is asked of BitAnswer. Immutable. */
public final class ExportOrders {
    static final String OPERATION = "operation";
    static final String LICENCES = "sn";
    static final String QUERY = "query";
    static final String SORTS = "sorts";
    static final String COLUMNS = "columns";
    static final String CHARSET = "charset";

    private final Operations operations;
    private final Texts texts;
    private final String prefix;

    /** @param prefix stands in front of the names of parameters where people write them: two hyphens, or nothing */
    public ExportOrders(Operations operations, Texts texts, String prefix) {
        this.operations = operations;
        this.texts = texts;
        this.prefix = prefix;
    }

    /**
     * The order; what is in files is read now.
     *
     * @throws ExportException if it cannot be carried out, with the parameter that is wrong and what is allowed
     */
    public ExportOrder order(ExportRequest request, QueryTimes times) throws ExportException {
        Operation operation = check(OPERATION, () -> operation(request.operation()));
        List<Map<String, String>> places =
                check(LICENCES, () -> new Licences(operation, texts, prefix + LICENCES).places(request));
        Query query = check(QUERY, () -> query(operation, request, times));
        Query sorted = check(SORTS, () -> sorted(operation, query, request));
        List<ExportColumn> columns =
                check(COLUMNS, () -> new ColumnChoice(operation, texts).columns(request.columns()));
        check(CHARSET, () -> form(request.form()));
        return new ExportOrder(operation, places, sorted, columns, request.form());
    }

    /** One thing that somebody has said. */
    private interface Checked<T> {
        T get() throws ExportException;
    }

    private static <T> T check(String parameter, Checked<T> value) throws ExportException {
        try {
            return value.get();
        } catch (ExportException e) {
            throw e.in(parameter);
        }
    }

    private Operation operation(String id) throws ExportException {
        List<String> known = operations.all().stream()
                .filter(Operation::pages)
                .map(Operation::id)
                .toList();
        if (!known.contains(id)) {
            String meant = Suggestion.near(id, known)
                    .map(near -> texts.of("did-you-mean", near))
                    .orElse("");
            throw new ExportException(texts.of("export.operation", id, meant, String.join(", ", known)));
        }
        return operations.get(id);
    }

    private Query query(Operation operation, ExportRequest request, QueryTimes times) throws ExportException {
        if (request.query().isEmpty()) {
            return new Query(List.of(), List.of());
        }
        checkQueries(operation, QUERY);
        return new WrittenQuery(request.query().get(), operation, texts).query(times);
    }

    private Query sorted(Operation operation, Query query, ExportRequest request) throws ExportException {
        if (request.sorts().isEmpty()) {
            return query;
        }
        checkQueries(operation, SORTS);
        if (!query.sorts().isEmpty()) {
            throw new ExportException(texts.of("export.sorts.twice", prefix + QUERY, prefix + SORTS));
        }
        return new Query(query.querys(), new WrittenQuery(request.sorts().get(), operation, texts).sorts());
    }

    private void checkQueries(Operation operation, String parameter) throws ExportException {
        if (operation.body() != Operation.Body.QUERY) {
            throw new ExportException(
                    texts.of("export.query.not-wanted", operation.id(), queryOf(operation), prefix + parameter));
        }
    }

    private String queryOf(Operation list) {
        return operations.all().stream()
                .filter(operation -> operation.resource().equals(list.resource()))
                .filter(operation -> operation.body() == Operation.Body.QUERY)
                .map(Operation::id)
                .findFirst()
                .orElse("");
    }

    private ExportForm form(ExportForm form) throws ExportException {
        if (form.format() != ExportFormat.CSV && form.charset() != ExportCharset.UTF_8) {
            throw new ExportException(texts.of(
                    "export.charset.json", form.format().label(), form.charset().label()));
        }
        return form;
    }
}
