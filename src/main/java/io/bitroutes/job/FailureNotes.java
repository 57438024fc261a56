package io.bitroutes.job;

import io.bitroutes.gate.Troubles;
import io.bitroutes.gate.Troubles.Effect;
import io.bitroutes.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What fails and is tried again until it works: said once when it begins and once when it ends, and shown as a trouble in
 * between. What is the disk's fault is said of the disk. Safe for threads.
 */
public final class FailureNotes {
    private static final Logger LOG = LoggerFactory.getLogger(FailureNotes.class);

    private final Troubles troubles;
    private final Disks disks;
    private final Texts texts;

    /** Notes of these troubles. */
    public FailureNotes(Troubles troubles, Disks disks, Texts texts) {
        this.troubles = troubles;
        this.disks = disks;
        this.texts = texts;
    }

    /** It failed, perhaps once more. */
    public void failed(String source, Throwable failure) {
        LOG.debug("{} failed", source, failure);
        disks.suspect();
        if (disks.canBeWritten()) {
            String words = Words.of(failure);
            if (troubles.report(source, texts.of("failure.again", source, words), Effect.SAID)) {
                LOG.error("{}", texts.of("failure.again", source, words));
            }
        }
    }

    /** It worked. While a disk is in trouble that says nothing: perhaps nothing was tried. */
    public void worked(String source) {
        if (troubles.find(source).isPresent() && disks.canBeWritten()) {
            troubles.clear(source).ifPresent(over -> LOG.info("{}", texts.of("failure.over", source, over.since())));
        }
    }
}
