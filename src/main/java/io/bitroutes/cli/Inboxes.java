package io.bitroutes.cli;

import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import io.bitroutes.config.Settings;
import java.io.IOException;
import java.util.List;

/** Which operations have an inbox: the batched ones and the products'; the by-name twins when they are asked for. */
final class Inboxes {
    private static final String ALL = "all";

    private Inboxes() {}

    /** The operations there are: ours, or those of a catalogue of the operator's. */
    static Operations catalogue(Settings settings) throws IOException {
        return settings.home().operations().isPresent()
                ? Operations.load(settings.home().operations().get())
                : Operations.load();
    }

    static List<Operation> of(Operations operations, Settings settings) {
        List<String> asked = settings.inbox().operations();
        asked.stream().filter(id -> !id.equals(ALL)).forEach(operations::get);
        return operations.writes().stream()
                .filter(operation ->
                        operation.instead().isEmpty() || asked.contains(ALL) || asked.contains(operation.id()))
                .toList();
    }
}
