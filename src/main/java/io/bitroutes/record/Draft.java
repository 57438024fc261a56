package io.bitroutes.record;

import io.bitroutes.api.Field;
import io.bitroutes.api.Operation;
import io.bitroutes.api.UnreachableNameException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One record while it is being checked. */
final class Draft {
    private final long number;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>(0);

    Draft(long number) {
        this.number = number;
    }

    /** Takes a value that is fit to be sent. Fields come in the catalogue's order. */
    void give(Field field, Object value) {
        values.put(field.name(), value);
    }

    /** Takes a reason why the record must not be sent. */
    void complain(String problem) {
        problems.add(problem);
    }

    /** The record with all that was found. */
    Row row(Operation operation, Wording wording) {
        if (problems.isEmpty()) {
            checkPath(operation, wording);
        }
        return problems.isEmpty()
                ? new Row.Good(number, Collections.unmodifiableMap(values))
                : new Row.Bad(number, String.join("; ", problems));
    }

    private void checkPath(Operation operation, Wording wording) {
        try {
            operation.pathFor(values);
        } catch (UnreachableNameException e) {
            problems.add(e.instead()
                    .map(instead -> wording.bad("unreachable-instead", e.field(), e.value(), instead))
                    .orElseGet(() -> wording.bad("unreachable", e.field(), e.value())));
        }
    }
}
