package io.bitroutes.export;

import java.time.Instant;
import java.util.Optional;

/**
 * A run of a scheduled export, claimed by this process.
 *
 * @param export what is run
 * @param fire the fire time it is run for
 * @param began when it began
 * @param lastRun when the run began that was published last
 * @param token tells what it writes from what other runs write
 */
record ScheduledRun(ScheduledExport export, Instant fire, Instant began, Optional<Instant> lastRun, String token) {
    String id() {
        return export.id();
    }

    /** The name of its file on the share. */
    String fileName() {
        return export.file().at(fire, export.schedule().zone());
    }
}
