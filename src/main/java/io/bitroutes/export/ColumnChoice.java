package io.bitroutes.export;

import io.bitroutes.api.Operation;
import io.bitroutes.text.Suggestion;
import io.bitroutes.text.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The columns that somebody has chosen, in their order and under their titles. */
final class ColumnChoice {
    private static final char TITLE = '=';

    private final List<ExportColumn> all;
    private final Operation operation;
    private final Texts texts;

    ColumnChoice(Operation operation, Texts texts) {
        this.all = ExportColumn.all(operation);
        this.operation = operation;
        this.texts = texts;
    }

    /** @param chosen each as {@code field} or {@code field=title}, the field by name or alias; none = all */
    List<ExportColumn> columns(List<String> chosen) throws ExportException {
        List<ExportColumn> columns = new ArrayList<>();
        Set<String> titles = new HashSet<>();
        for (String text : chosen) {
            ExportColumn column = column(text);
            if (!titles.add(column.title())) {
                throw new ExportException(texts.of("export.columns.twice", column.title()));
            }
            columns.add(column);
        }
        return columns.isEmpty() ? all : columns;
    }

    /** A field that is named by an alias has that alias as its title. */
    private ExportColumn column(String text) throws ExportException {
        int sign = text.indexOf(TITLE);
        String name = (sign < 0 ? text : text.substring(0, sign)).strip();
        String title = sign < 0 ? name : text.substring(sign + 1).strip();
        ExportColumn known = find(name).orElseThrow(() -> unknown(name));
        if (title.isEmpty()) {
            throw new ExportException(texts.of("export.columns.no-title", text));
        }
        return new ExportColumn(known.field(), title);
    }

    private Optional<ExportColumn> find(String name) {
        return all.stream()
                .filter(column -> column.field().name().equals(name)
                        || column.field().aliases().contains(name))
                .findFirst();
    }

    private ExportException unknown(String name) {
        List<String> names = all.stream().map(column -> column.field().name()).toList();
        String meant = Suggestion.near(name, names)
                .map(near -> texts.of("did-you-mean", near))
                .orElse("");
        return new ExportException(
                texts.of("export.columns.unknown", name, meant, operation.id(), String.join(", ", names)));
    }
}
