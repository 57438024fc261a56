package io.bitroutes.cli;

import io.bitroutes.api.Operation;
import io.bitroutes.api.Operations;
import io.bitroutes.config.Settings;
import io.bitroutes.job.InboxNames;
import io.bitroutes.text.Suggestion;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether an import makes sense at all. */
final class ImportCheck {
    private final Operations operations;
    private final List<String> inboxes;
    private final Texts texts;

    /** @throws IOException if the configuration asks for an operation that is not there */
    ImportCheck(Operations operations, Settings settings, Texts texts) throws IOException {
        this.operations = operations;
        this.inboxes =
                Inboxes.of(operations, settings).stream().map(Operation::id).toList();
        this.texts = texts;
    }

    /**
     * The operation that is meant.
     *
     * @throws IOException if there is none, or none with an inbox, or if the file could not be dropped into it
     */
    Operation check(String operation, Path file) throws IOException {
        if (!inboxes.contains(operation)) {
            throw new IOException(noInbox(operation));
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException(texts.of("import.no-file", file));
        }
        if (!Files.isReadable(file)) {
            throw new IOException(texts.of("import.unreadable", file));
        }
        if (!InboxNames.isTaken(file.getFileName().toString())) {
            throw new IOException(texts.of("import.name", file.getFileName()));
        }
        return operations.get(operation);
    }

    private String noInbox(String operation) {
        if (operations.find(operation).filter(Operation::writes).isPresent()) {
            return texts.of("import.no-inbox", operation, "bitanswer.inbox.operations");
        }
        String suggestion = Suggestion.near(operation, inboxes)
                .map(near -> texts.of("did-you-mean", near))
                .orElse("");
        return texts.of("import.unknown-operation", operation, suggestion, String.join(", ", inboxes));
    }
}
