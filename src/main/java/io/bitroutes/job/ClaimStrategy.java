package io.bitroutes.job;

import io.bitroutes.api.Operations;
import java.io.File;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;

/** Makes camel-file claim: a file is begun by taking it, and there is nothing left to move or delete afterwards. */
public final class ClaimStrategy extends BeginOnly {
    private final Claims claims;
    private final Operations operations;

    /** @param operations by the name of the inbox folder */
    public ClaimStrategy(Claims claims, Operations operations) {
        this.claims = claims;
        this.operations = operations;
    }

    @Override
    public boolean begin(
            GenericFileOperations<File> files,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file)
            throws Exception {
        Path path = file.getFile().toPath();
        return claims.claim(operations.get(path.getParent().getFileName().toString()), path);
    }
}
