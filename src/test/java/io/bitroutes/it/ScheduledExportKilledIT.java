package io.bitroutes.it;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cut of {@link ScheduledExportFaultIT} for every build. */
class ScheduledExportKilledIT {
    @TempDir
    Path folder;

    @Test
    void killedBetweenFileAndManifestAndBeforeTheLedgerKnowsTheNextRunMendsIt() throws Exception {
        try (PublishedRuns runs = new PublishedRuns(folder)) {
            runs.killAt(PublicationPoint.FILE_WITHOUT_MANIFEST);
            runs.killAt(PublicationPoint.PUBLISHED_NOT_RECORDED);
            runs.start();
            runs.finish();
        }
    }
}
