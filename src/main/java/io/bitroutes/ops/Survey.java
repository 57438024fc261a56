package io.bitroutes.ops;

import io.bitroutes.ledger.Job;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What lies in the home, as seen at one moment. Immutable.
 *
 * @param at that moment
 * @param inWork the jobs that are being worked on, with what is known of them
 * @param byOperation what waits or is worked on, for every operation with an inbox
 * @param waitingFiles the oldest that wait and are not being worked on
 * @param overlooked what nobody will pick up
 * @param moreOverlooked how many of these are not listed
 */
public record Survey(
        Instant at,
        List<InWork> inWork,
        Map<String, Waiting> byOperation,
        List<WaitingFile> waitingFiles,
        List<Overlooked> overlooked,
        int moreOverlooked) {

    /** Nothing was seen yet. */
    static Survey none(Instant at) {
        return new Survey(at, List.of(), Map.of(), List.of(), List.of(), 0);
    }

    public Survey {
        inWork = List.copyOf(inWork);
        byOperation = Collections.unmodifiableMap(new TreeMap<>(byOperation));
        waitingFiles = List.copyOf(waitingFiles);
        overlooked = List.copyOf(overlooked);
    }

    /**
     * A job that is being worked on.
     *
     * @param judged how many of its rows have their verdict; skipped ones have
     * @param doneAt when it will be done at this pace; empty if that cannot be said yet
     */
    record InWork(Job job, long judged, Optional<Instant> doneAt) {}

    /**
     * Files of an operation that are not done.
     *
     * @param oldest when the oldest was dropped or claimed
     */
    record Waiting(int files, Optional<Instant> oldest) {}

    /**
     * A file that waits.
     *
     * @param since when it was dropped, as its time says, or claimed
     * @param growing whether it is too young, or still growing
     */
    record WaitingFile(String operation, String name, Instant since, boolean growing) {}

    /**
     * Something that nobody will pick up.
     *
     * @param path below the home
     * @param reason why, and what to do, for people
     */
    record Overlooked(String path, String reason) {}

    /** All files that are not done. */
    int waiting() {
        return byOperation.values().stream().mapToInt(Waiting::files).sum();
    }

    /** When the oldest of them was dropped or claimed. */
    Optional<Instant> oldest() {
        return byOperation.values().stream()
                .map(Waiting::oldest)
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }
}
