package io.bitroutes.cli;

import io.bitroutes.config.Settings;
import io.bitroutes.gate.Gate;
import io.bitroutes.job.Disks;
import io.bitroutes.job.Disks.Disk;
import io.bitroutes.job.FailureNotes;
import io.bitroutes.job.Home;
import io.bitroutes.job.InboxPolls;
import io.bitroutes.job.Turns;
import io.bitroutes.ledger.StateDisk;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What keeps the program from beginning what it could not end, and says so. */
final class LimitParts {
    final Disks disks;
    final InboxPolls polls;
    final Turns turns;

    LimitParts(Settings settings, Home home, Gate gate, Texts texts) {
        Path state = settings.home().state();
        List<Disk> written = new ArrayList<>(List.of(
                new Disk("home-disk", home.root(), Optional.of(home.marker())),
                new Disk("state-disk", state, Optional.empty())));
        Path exports = ExportParts.folder(settings);
        if (isOnAnother(exports, state)) {
            written.add(new Disk("export-disk", exports, Optional.empty()));
        }
        disks = new Disks(written, settings.ops().minFree(), gate.troubles(), texts);
        FailureNotes notes = new FailureNotes(gate.troubles(), disks, texts);
        polls = new InboxPolls(notes);
        turns = new Turns(notes, gate);
    }

    /** A folder that is not there will be made, on the disk on which it would be. */
    private static boolean isOnAnother(Path folder, Path state) {
        try {
            return Files.isDirectory(folder)
                    && !Files.getFileStore(folder).equals(Files.getFileStore(StateDisk.nearestThatIsThere(state)));
        } catch (IOException e) {
            return true;
        }
    }
}
