package io.bitroutes.job;

import io.bitroutes.ledger.Job.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A look at a file: its size and modification time, to the millisecond that every ledger can keep. */
final class Look {
    private Look() {}

    static Seen at(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        Instant modified = attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS);
        return new Seen(attributes.size(), modified);
    }
}
