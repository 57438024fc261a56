package io.bitroutes.cli;

import io.bitroutes.job.Home;
import io.bitroutes.ledger.KnownShares;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether the home is the one it was. One that the ledger knows is never made again: without its marker there is only the
 * place where it would be mounted, and what is in work would be missed there.
 */
final class HomeMount {
    private static final String ADDRESS = "home:";

    private final Home home;
    private final KnownShares known;
    private final Texts texts;

    HomeMount(Home home, KnownShares known, Texts texts) {
        this.home = home;
        this.known = known;
        this.texts = texts;
    }

    /** What keeps it from being used, for people; empty if nothing does. */
    Optional<String> problem() {
        return known.knows(address()) && !home.isThere()
                ? Optional.of(texts.of(
                        "start.home-not-mounted", home.root(), home.marker().getFileName()))
                : Optional.empty();
    }

    /**
     * Makes its folders for these operations, and knows it from now on.
     *
     * @throws IOException if it is not mounted, or cannot be made
     */
    void make(List<String> operations) throws IOException {
        Optional<String> problem = problem();
        if (problem.isPresent()) {
            throw new StartException(problem.get());
        }
        try {
            home.create(operations);
        } catch (FileSystemException e) {
            throw StartException.ofFolder(texts, home.root(), "bitanswer.home", e);
        }
        known.know(address(), Instant.now());
    }

    private String address() {
        return ADDRESS + home.root().toAbsolutePath().normalize();
    }
}
