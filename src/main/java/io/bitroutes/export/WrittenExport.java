package io.bitroutes.export;

import java.util.Map;
import java.util.Optional;

/**
 * An export as it is written in the file of schedules.
 *
 * @param id its id
 * @param parameters all its parameters, by name
 */
record WrittenExport(String id, Map<String, String> parameters) {
    static final String ID = "id";
    static final String ENABLED = "enabled";

    WrittenExport {
        parameters = Map.copyOf(parameters);
    }

    /** A parameter that is there and not blank. */
    Optional<String> find(String name) {
        return Optional.ofNullable(parameters.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
