package io.bitroutes.cli;

import io.bitroutes.bus.EmbeddedBroker;
import io.bitroutes.config.Settings;
import io.bitroutes.ledger.StateDisk;
import io.bitroutes.ledger.StateLock;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;

/** The folder of the state, and whether this process may have it. */
final class StateFolder {
    private final Settings settings;
    private final Texts texts;
    private final StateDisk disk;

    StateFolder(Settings settings) {
        this(settings, new StateDisk());
    }

    StateFolder(Settings settings, StateDisk disk) {
        this.settings = settings;
        this.texts = settings.people().texts();
        this.disk = disk;
    }

    /**
     * Takes it.
     *
     * @throws IOException if somebody else has it, it cannot be used, or lies where it must not
     */
    StateLock take() throws IOException {
        String inUse = settings.ledger().url().isEmpty()
                ? texts.of("start.state-in-use", path())
                : texts.of("start.state-of-another", path(), "bitanswer.state");
        return tryTake().orElseThrow(() -> new StartException(inUse));
    }

    /**
     * Takes it if nobody else has it.
     *
     * @throws IOException if it cannot be used, or lies where it must not
     */
    Optional<StateLock> tryTake() throws IOException {
        try {
            Optional<String> remote = remote();
            if (remote.isPresent()) {
                throw new StartException(remote.get());
            }
            return StateLock.tryTake(path());
        } catch (FileSystemException e) {
            throw StartException.ofFolder(texts, path(), "bitanswer.state", e);
        }
    }

    /**
     * That it lies on a network file system though it must not, for people; else empty.
     *
     * @throws IOException if the system cannot tell where it lies
     */
    Optional<String> remote() throws IOException {
        return mustBeLocal()
                ? disk.remoteType(path()).map(type -> texts.of("start.state-remote", path(), type, "bitanswer.state"))
                : Optional.empty();
    }

    private boolean mustBeLocal() {
        return settings.ledger().url().isEmpty() || EmbeddedBroker.isWanted(settings.bus());
    }

    private Path path() {
        return settings.home().state();
    }
}
