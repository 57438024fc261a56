package io.bitroutes.job;

import io.bitroutes.gate.Gate;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Makes camel-file begin a file as soon as it has stopped growing, outage or not, and leave it where it is. */
public final class TrialStrategy extends BeginOnly {
    private final Gate gate;
    private final Disks disks;
    private final Settling settling;

    /** @param settle how long a file must not have changed */
    public TrialStrategy(Gate gate, Disks disks, InboxPolls polls, Duration settle, Clock clock) {
        super(polls);
        this.gate = gate;
        this.disks = disks;
        this.settling = new Settling(settle, clock);
    }

    @Override
    boolean begin(Path file) throws Exception {
        return !gate.stopping() && disks.haveRoom() && isSettled(file);
    }

    /** Forgotten when begun: one that cannot be read settles anew before the next attempt. */
    private boolean isSettled(Path file) throws Exception {
        try {
            boolean settled = settling.isSettled(file, Look.at(file));
            if (settled) {
                settling.forget(file);
            }
            return settled;
        } catch (NoSuchFileException takenAwayByItsOwner) {
            settling.forget(file);
            return false;
        }
    }
}
