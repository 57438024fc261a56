package io.bitroutes.job;

import io.bitroutes.ledger.Job.Seen;
import io.bitroutes.record.DurableFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A copy of a file on its way into an inbox: under a dot-name until it is whole, then under its own name, but never in
 * the place of another file. What was not dropped is gone when it is closed. Not safe for threads.
 */
public final class Drop implements AutoCloseable {
    /** Its dot-names begin and end like this. */
    static final String HIDDEN = ".import-";

    static final String TEMPORARY = ".tmp";

    private final String operation;
    private final Path hidden;
    private final Path target;

    /**
     * A file in an inbox, as its job knows it.
     *
     * @param operation what it was dropped for
     * @param name its name
     * @param seen its size and time
     * @param from no claim of it is older
     */
    public record Dropped(String operation, String name, Seen seen, Instant from) {}

    private Drop(String operation, Path hidden, Path target) {
        this.operation = operation;
        this.hidden = hidden;
        this.target = target;
    }

    /**
     * Copies a file, which stays as it is.
     *
     * @throws IOException if it cannot be read, or the inbox cannot be written to
     */
    public static Drop copy(Path file, String operation, Home home) throws IOException {
        Path inbox = home.inbox(operation);
        Path hidden = Files.createTempFile(inbox, HIDDEN, TEMPORARY);
        // An interrupt ends the program without closing anything.
        hidden.toFile().deleteOnExit();
        Drop drop = new Drop(operation, hidden, inbox.resolve(file.getFileName()));
        try {
            Files.copy(file, hidden, StandardCopyOption.REPLACE_EXISTING);
            return drop;
        } catch (IOException e) {
            drop.close();
            throw e;
        }
    }

    /** Gives it its own name; empty as long as another file of that name waits there. */
    public Optional<Dropped> attempt() throws IOException {
        Seen seen = Look.at(hidden);
        Instant from = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try {
            DurableFile.renameToNew(hidden, target);
            return Optional.of(new Dropped(operation, target.getFileName().toString(), seen, from));
        } catch (FileAlreadyExistsException stillWaiting) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(hidden);
    }
}
