package io.bitroutes.record;

import io.bitroutes.api.Field;
import io.bitroutes.api.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the header of a CSV file and refuses files that would do something their sender does not expect. */
final class HeaderReader {
    private final Operation operation;
    private final FieldNames names;
    private final boolean resetMissing;
    private final Wording wording;

    HeaderReader(Operation operation, FieldNames names, boolean resetMissing, Wording wording) {
        this.operation = operation;
        this.names = names;
        this.resetMissing = resetMissing;
        this.wording = wording;
    }

    Header read(CsvRow row) throws BrokenFileException {
        List<String> titles = row.cells();
        checkIsHeader(row.number(), titles);
        Map<Field, Integer> positions = new HashMap<>();
        List<Integer> unnamed = new ArrayList<>();
        for (int position = 0; position < titles.size(); position++) {
            String title = titles.get(position);
            if (title.isBlank()) {
                unnamed.add(position);
            } else if (!FieldNames.isOwn(title)) {
                Field field = fieldOf(row.number(), title);
                checkIsFirst(row.number(), positions.put(field, position), title, titles);
            }
        }
        checkNothingMissing(row.number(), positions);
        return new Header(titles.size(), columns(positions), List.copyOf(unnamed), source(positions));
    }

    private void checkIsHeader(long row, List<String> titles) throws BrokenFileException {
        boolean anyKnown = titles.stream()
                .anyMatch(title -> FieldNames.isOwn(title)
                        || names.find(title).isPresent()
                        || !wording.suggestion(title, names.titles()).isEmpty());
        if (!anyKnown) {
            throw wording.brokenAt(row, "no-header", String.join(", ", titles), listOfKnown());
        }
    }

    private Field fieldOf(long row, String title) throws BrokenFileException {
        Optional<Field> field = names.find(title);
        if (operation.removes() && field.filter(found -> !found.readOnly()).isEmpty()) {
            throw wording.brokenAt(
                    row, "not-key", title, listOfKnown(), wording.suggestion(title, names.titles()), operation.id());
        }
        if (field.isEmpty()) {
            throw wording.brokenAt(
                    row, "unknown-column", title, wording.suggestion(title, names.titles()), listOfKnown());
        }
        return field.get();
    }

    private void checkIsFirst(long row, Integer earlier, String title, List<String> titles) throws BrokenFileException {
        if (earlier != null) {
            throw wording.brokenAt(row, "duplicate-column", titles.get(earlier), title);
        }
    }

    private void checkNothingMissing(long row, Map<Field, Integer> given) throws BrokenFileException {
        List<String> required = missing(given, true);
        if (!required.isEmpty()) {
            throw wording.brokenAt(row, "required-column", String.join(", ", required), listOfKnown());
        }
        List<String> reset = missing(given, false);
        if (operation.resetsMissing() && !resetMissing && !reset.isEmpty()) {
            throw wording.brokenAt(row, "missing-columns", String.join(", ", reset), updateOperation());
        }
    }

    /** A new name is no column of the record itself: without it, nothing is reset. */
    private List<String> missing(Map<Field, Integer> given, boolean required) {
        return operation.fields().stream()
                .filter(field -> field.required() == required && !field.readOnly())
                .filter(field -> field.sends().equals(field.name()) && !given.containsKey(field))
                .map(Field::name)
                .toList();
    }

    private String updateOperation() {
        return operation.id().replaceFirst("\\.[^.]*$", ".update");
    }

    private List<Header.Column> columns(Map<Field, Integer> positions) {
        return operation.fields().stream()
                .filter(field -> !field.readOnly() && positions.containsKey(field))
                .map(field -> new Header.Column(field, positions.get(field)))
                .toList();
    }

    private OptionalInt source(Map<Field, Integer> positions) {
        return operation
                .field(Inheritance.FIELD)
                .map(positions::get)
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    private String listOfKnown() {
        return String.join(", ", names.known());
    }
}
