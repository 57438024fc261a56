package io.bitroutes.cli;

import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import io.bitroutes.config.Settings;
import java.util.List;

/** Which operations have an inbox: the batched ones and the products'; the by-name twins when they are asked for. */
final class Inboxes {
    private static final String ALL = "all";

    private Inboxes() {}

    static List<Operation> of(Operations operations, Settings settings) {
        List<String> asked = settings.inbox().operations();
        asked.stream().filter(id -> !id.equals(ALL)).forEach(operations::get);
        return operations.writes().stream()
                .filter(operation ->
                        operation.instead().isEmpty() || asked.contains(ALL) || asked.contains(operation.id()))
                .toList();
    }
}
