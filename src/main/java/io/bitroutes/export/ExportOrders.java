package io.bitroutes.export;

import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import io.bitroutes.api.Query;
import io.bitroutes.api.UnreachableNameException;
import io.bitroutes.text.Suggestion;
import io.bitroutes.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks what somebody wants exported, before anything is asked of BitAnswer. Immutable. */
public final class ExportOrders {
    private final Operations operations;
    private final Texts texts;

    public ExportOrders(Operations operations, Texts texts) {
        this.operations = operations;
        this.texts = texts;
    }

    /**
     * The order.
     *
     * @param id a list or a query
     * @param licences for configuration items, in the order of the file; empty for everything else
     * @param query a query file, for queries; without one, everything is asked for
     * @throws ExportException if it cannot be carried out, with what is allowed
     */
    public ExportOrder order(String id, List<String> licences, Optional<Path> query, ExportFormat format)
            throws ExportException {
        Operation operation = operation(id);
        return new ExportOrder(operation, places(operation, licences), query(operation, query), format);
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

    private List<Map<String, String>> places(Operation operation, List<String> licences) throws ExportException {
        List<String> inPath = operation.pathFields();
        if (inPath.isEmpty() && licences.isEmpty()) {
            return List.of(Map.of());
        }
        if (inPath.isEmpty()) {
            throw new ExportException(texts.of("export.sn.not-wanted", operation.id()));
        }
        if (licences.isEmpty()) {
            throw new ExportException(texts.of("export.sn.missing", operation.id()));
        }
        List<Map<String, String>> places = licences.stream()
                .map(String::strip)
                .distinct()
                .map(licence -> Map.of(inPath.get(0), licence))
                .toList();
        checkReachable(operation, places);
        return places;
    }

    private void checkReachable(Operation operation, List<Map<String, String>> places) throws ExportException {
        try {
            places.forEach(operation::pathFor);
        } catch (UnreachableNameException e) {
            throw new ExportException(texts.of("export.sn.unreachable", e.value()), e);
        }
    }

    private Query query(Operation operation, Optional<Path> file) throws ExportException {
        if (file.isEmpty()) {
            return new Query(List.of(), List.of());
        }
        if (operation.body() != Operation.Body.QUERY) {
            throw new ExportException(texts.of("export.query.not-wanted", operation.id(), queryOf(operation)));
        }
        return new QueryFile(file.get(), operation, texts).read();
    }

    private String queryOf(Operation list) {
        return operations.all().stream()
                .filter(operation -> operation.resource().equals(list.resource()))
                .filter(operation -> operation.body() == Operation.Body.QUERY)
                .map(Operation::id)
                .findFirst()
                .orElse("");
    }
}
