package io.bitroutes.export;

import io.bitroutes.gate.Gate;
import io.bitroutes.gate.Troubles.Effect;
import io.bitroutes.ledger.ExportLedger;
import io.bitroutes.ledger.ExportLedger.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says of each export that it failed, or waits: in health and metrics, and on its share in {@code <id>.FAILED.txt}, also
 * when the share comes back later, or the program was killed in between. Safe for threads.
 */
final class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    /** Not the id of a route: a route that has come to its end is well, the export that failed in it is not. */
    private static final String SOURCE = "scheduled-export-";

    private static final String FAILED = ".FAILED.txt";
    private static final String TOKEN = "note";
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(20);

    private final Shares shares;
    private final ExportLedger ledger;
    private final RunTexts runTexts;
    private final Path folder;
    private final Gate gate;
    private final Duration patience;
    private final Clock clock;
    private final Map<String, Optional<String>> onShare = new ConcurrentHashMap<>();
    private final Map<String, Instant> notBefore = new ConcurrentHashMap<>();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    /**
     * @param folder where notes are written before they are sent
     * @param patience how long a run may wait for BitAnswer before people are told
     */
    Notices(
            Shares shares,
            ExportLedger ledger,
            RunTexts runTexts,
            Path folder,
            Gate gate,
            Duration patience,
            Clock clock) {
        this.shares = shares;
        this.ledger = ledger;
        this.runTexts = runTexts;
        this.folder = folder;
        this.gate = gate;
        this.patience = patience;
        this.clock = clock;
    }

    /** Something to be said of an export: a sentence, and when it became true. */
    private record Notice(String sentence, Instant moment) {}

    /** Says it in health and metrics. Whether the share says something else. */
    boolean isPending(ScheduledExport export, Optional<ScheduledRun> running) {
        Standing standing = ledger.standing(export.id()).orElseThrow();
        Optional<Notice> notice = notice(export, standing, running);
        notice.ifPresentOrElse(
                said -> gate.troubles().report(SOURCE + export.id(), said.sentence(), Effect.SAID),
                () -> gate.troubles().clear(SOURCE + export.id()));
        return !notice.map(Notice::sentence).equals(onShare.get(export.id()))
                && !clock.instant().isBefore(notBefore.getOrDefault(export.id(), Instant.MIN))
                && !busy.contains(export.id());
    }

    private Optional<Notice> notice(ScheduledExport export, Standing standing, Optional<ScheduledRun> running) {
        Optional<Notice> waiting = running.flatMap(run -> gate.closure()
                .filter(closure ->
                        later(closure.since(), run.began()).plus(patience).isBefore(clock.instant()))
                .map(closure -> new Notice(runTexts.waits(run, closure.reason()), run.fire())));
        return waiting.or(() -> standing.failedAt().map(at -> new Notice(runTexts.failed(export, standing), at)));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** A run has ended: whatever the share says may be true no longer. */
    void changed(ScheduledExport export) {
        onShare.remove(export.id());
        notBefore.remove(export.id());
    }

    /**
     * Makes the share say what is true; if that cannot be done, it is tried again later. At a stop it goes on saying what it
     * says: a run that waited is left, and waits still.
     */
    void say(ScheduledExport export, Optional<ScheduledRun> running) {
        if (gate.stopping() || !isPending(export, running) || !busy.add(export.id())) {
            return;
        }
        try {
            Standing standing = ledger.standing(export.id()).orElseThrow();
            Optional<Notice> notice = notice(export, standing, running);
            show(export, notice.map(said -> runTexts.note(export, said.sentence(), standing, said.moment())));
            // another instance may have published meanwhile; then the next look takes it away again
            onShare.put(export.id(), notice.map(Notice::sentence));
        } catch (IOException e) {
            LOG.debug("{} cannot be told", export.share().text(), e);
            notBefore.put(export.id(), clock.instant().plus(BETWEEN_TRIES));
        } finally {
            busy.remove(export.id());
        }
    }

    private void show(ScheduledExport export, Optional<byte[]> note) throws IOException {
        String name = export.id() + FAILED;
        try (Share share = shares.open(export.share())) {
            if (note.isEmpty()) {
                share.remove(name);
            } else {
                put(share, note.get(), name);
            }
        }
    }

    private void put(Share share, byte[] note, String name) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "note-", ".txt");
        try {
            Files.write(file, note);
            share.put(file, Publisher.hidden(name, TOKEN), name);
        } finally {
            Files.delete(file);
        }
    }
}
