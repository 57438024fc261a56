package io.bitroutes.job;

import io.bitroutes.gate.Gate;
import java.io.File;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;

/** Makes camel-file begin a file as soon as it has stopped growing, outage or not, and leave it where it is. */
public final class TrialStrategy extends BeginOnly {
    private final Gate gate;
    private final Settling settling;

    /** @param settle how long a file must not have changed */
    public TrialStrategy(Gate gate, Duration settle, Clock clock) {
        this.gate = gate;
        this.settling = new Settling(settle, clock);
    }

    @Override
    public boolean begin(
            GenericFileOperations<File> files,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file)
            throws Exception {
        Path path = file.getFile().toPath();
        return !gate.stopping() && isSettled(path);
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
