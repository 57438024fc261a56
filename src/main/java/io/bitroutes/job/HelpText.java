package io.bitroutes.job;

import io.bitroutes.api.Field;
import io.bitroutes.api.Operation;
import io.bitroutes.text.Texts;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What people need to know who drop files: one line for each folder, made from the catalogue. */
final class HelpText {
    private static final String CREATE = "create";
    private static final Set<String> VERBS = Set.of(CREATE, "replace", "update", "upsert", "delete");
    private static final Set<String> RESOURCES = Set.of("customers", "products", "datas");

    private final Texts texts;
    private final Titles titles;

    HelpText(String language) {
        this.texts = Texts.in(language);
        this.titles = Titles.in(language);
    }

    String of(List<Operation> operations) {
        String folders = operations.stream().map(this::line).collect(Collectors.joining("\n"));
        return texts.of("help.begin") + folders + texts.of("help.end");
    }

    private String line(Operation operation) {
        return texts.of("help.folder", operation.id(), does(operation), columns(operation), empty(operation));
    }

    private static String verb(Operation operation) {
        return operation.id().substring(operation.id().lastIndexOf('.') + 1);
    }

    private String does(Operation operation) {
        String verb = verb(operation);
        return VERBS.contains(verb)
                ? texts.of("help.does." + verb, resource(operation))
                : texts.of("help.calls", operation.method(), operation.path());
    }

    private String resource(Operation operation) {
        return RESOURCES.contains(operation.resource())
                ? texts.of("help.resource." + operation.resource())
                : operation.resource();
    }

    private String columns(Operation operation) {
        return operation.fields().stream()
                .filter(Field::required)
                .map(titles::of)
                .collect(Collectors.joining(texts.of("help.comma")));
    }

    private String empty(Operation operation) {
        if (operation.removes()) {
            return texts.of("help.empty.none");
        }
        if (operation.resetsMissing()) {
            return texts.of("help.empty.resets");
        }
        return verb(operation).equals(CREATE) ? texts.of("help.empty.stays") : texts.of("help.empty.leaves");
    }
}
