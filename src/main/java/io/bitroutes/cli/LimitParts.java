package io.bitroutes.cli;

import io.bitroutes.config.Settings;
import io.bitroutes.gate.Gate;
import io.bitroutes.job.Disks;
import io.bitroutes.job.Disks.Disk;
import io.bitroutes.job.FailureNotes;
import io.bitroutes.job.Home;
import io.bitroutes.job.InboxPolls;
import io.bitroutes.job.Turns;
import io.bitroutes.text.Texts;
import java.util.List;
import java.util.Optional;

/** What keeps the program from beginning what it could not end, and says so. */
final class LimitParts {
    final Disks disks;
    final InboxPolls polls;
    final Turns turns;

    LimitParts(Settings settings, Home home, Gate gate, Texts texts) {
        disks = new Disks(
                List.of(
                        new Disk("home-disk", home.root(), Optional.of(home.marker())),
                        new Disk("state-disk", settings.home().state(), Optional.empty())),
                settings.ops().minFree(),
                gate.troubles(),
                texts);
        FailureNotes notes = new FailureNotes(gate.troubles(), disks, texts);
        polls = new InboxPolls(notes);
        turns = new Turns(notes, gate);
    }
}
