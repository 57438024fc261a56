package io.bitroutes.job;

import io.bitroutes.api.Operations;
import java.nio.file.Path;

/** Makes camel-file claim: a file is begun by taking it, and there is nothing left to move or delete afterwards. */
public final class ClaimStrategy extends BeginOnly {
    private final Claims claims;
    private final Disks disks;
    private final Operations operations;

    /** @param operations by the name of the inbox folder */
    public ClaimStrategy(Claims claims, Disks disks, InboxPolls polls, Operations operations) {
        super(polls);
        this.claims = claims;
        this.disks = disks;
        this.operations = operations;
    }

    @Override
    boolean begin(Path file) throws Exception {
        return disks.haveRoom()
                && claims.claim(operations.get(file.getParent().getFileName().toString()), file);
    }
}
