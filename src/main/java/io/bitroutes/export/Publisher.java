package io.bitroutes.export;

import io.bitroutes.ledger.ExportLedger;
import io.bitroutes.ledger.PublishedFile;
import io.bitroutes.ledger.SharedFiles;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the file of a run on its share: the dated one first, then what belongs to it; what is only convenient fails no run.
 * Killed at any step, the next run of the same fire time does it again. Safe for threads.
 */
final class Publisher {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final String MANIFEST = ".manifest.json";

    private final Shares shares;
    private final ExportLedger ledger;
    private final SharedFiles files;
    private final RunTexts runTexts;
    private final Texts texts;
    private final Clock clock;

    Publisher(Shares shares, ExportLedger ledger, SharedFiles files, RunTexts runTexts, Texts texts, Clock clock) {
        this.shares = shares;
        this.ledger = ledger;
        this.files = files;
        this.runTexts = runTexts;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Publishes; afterwards the ledger knows the run as done.
     *
     * @throws IOException if the share cannot be used: nothing of the file is seen there
     */
    void publish(WrittenRun written) throws IOException {
        ScheduledRun run = written.run();
        try (Share share = shares.open(run.export().share())) {
            sweep(share, run);
            PublishedFile file =
                    new PublishedFile(run.export().share().text(), run.fileName(), run.token(), run.fire());
            files.sending(run.id(), file);
            share.remove(file.name() + MANIFEST);
            share.put(written.file(), hidden(file.name(), run.token()), file.name());
            putManifest(share, written, file);
            putLatest(share, written);
            if (!ledger.published(run.id(), run.fire(), file, run.began(), clock.instant())) {
                throw new ShareException(texts.of("schedule.lost", run.id()));
            }
            keepLast(share, run.export());
        }
    }

    /** What a killed run has left. */
    private void sweep(Share share, ScheduledRun run) throws IOException {
        for (PublishedFile begun : files.begun(run.id(), run.export().share().text())) {
            share.remove(hidden(begun.name(), begun.token()));
            share.remove(hidden(begun.name() + MANIFEST, begun.token()));
            share.remove(hidden(run.export().file().latest(), begun.token()));
            if (share.holds(begun.name() + MANIFEST)) {
                files.keep(run.id(), begun);
            } else if (!begun.name().equals(run.fileName())) {
                // nobody can tell any more what would have to stand in its manifest; this run has its records again
                share.remove(begun.name());
                files.forget(run.id(), begun);
            }
        }
    }

    private void putManifest(Share share, WrittenRun written, PublishedFile file) throws IOException {
        Path manifest = written.file().resolveSibling(written.file().getFileName() + MANIFEST);
        try {
            Files.write(manifest, runTexts.manifest(written));
            share.put(manifest, hidden(file.name() + MANIFEST, file.token()), file.name() + MANIFEST);
        } finally {
            Files.deleteIfExists(manifest);
        }
    }

    /** Somebody may have it open. */
    private void putLatest(Share share, WrittenRun written) {
        ScheduledRun run = written.run();
        if (!run.export().latest()) {
            return;
        }
        String latest = run.export().file().latest();
        try {
            share.put(written.file(), hidden(latest, run.token()), latest);
        } catch (IOException e) {
            LOG.warn("{}", texts.of("schedule.latest", run.id(), latest, e.getMessage()));
        }
    }

    private void keepLast(Share share, ScheduledExport export) {
        if (export.keepLast().isEmpty()) {
            return;
        }
        List<PublishedFile> published =
                files.published(export.id(), export.share().text());
        try {
            for (PublishedFile old :
                    published.stream().skip(export.keepLast().getAsInt()).toList()) {
                share.remove(old.name());
                share.remove(old.name() + MANIFEST);
                files.forget(export.id(), old);
            }
        } catch (IOException e) {
            LOG.warn("{}", texts.of("schedule.keep-last", export.id(), e.getMessage()));
        }
    }

    /** The name of what is not whole yet. */
    static String hidden(String name, String token) {
        return "." + name + "." + token + ".part";
    }
}
