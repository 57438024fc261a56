package io.bitroutes.cli;

import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import io.bitroutes.config.Settings;
import io.bitroutes.text.Suggestion;
import io.bitroutes.text.Texts;
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

    /** @throws IOException if the configuration asks for an operation that is not there or changes nothing */
    static List<Operation> of(Operations operations, Settings settings) throws IOException {
        List<String> asked = settings.inbox().operations();
        List<String> writes = operations.writes().stream().map(Operation::id).toList();
        for (String id : asked) {
            if (!id.equals(ALL) && !writes.contains(id)) {
                throw new IOException(unknown(id, writes, settings.people().texts()));
            }
        }
        return operations.writes().stream()
                .filter(operation ->
                        operation.instead().isEmpty() || asked.contains(ALL) || asked.contains(operation.id()))
                .toList();
    }

    /** The operations whose queue is received from; likewise. */
    static List<Operation> withQueue(Operations operations, Settings settings) throws IOException {
        List<String> asked = settings.bus().operations();
        List<String> writes = operations.writes().stream().map(Operation::id).toList();
        for (String id : asked) {
            if (!id.equals(ALL) && !writes.contains(id)) {
                throw new IOException(settings.people()
                        .texts()
                        .of(
                                "start.no-such-queue",
                                id,
                                hint(id, writes, settings.people().texts()),
                                String.join(", ", writes)));
            }
        }
        return operations.writes().stream()
                .filter(operation -> asked.contains(ALL) || asked.contains(operation.id()))
                .toList();
    }

    private static String unknown(String id, List<String> writes, Texts texts) {
        return texts.of("start.no-such-inbox", id, hint(id, writes, texts), String.join(", ", writes));
    }

    private static String hint(String id, List<String> writes, Texts texts) {
        return Suggestion.near(id, writes)
                .map(near -> texts.of("did-you-mean", near))
                .orElse("");
    }
}
