package io.bitroutes.job;

import io.bitroutes.api.Operations;
import java.io.File;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;

/** Makes camel-file claim: a file is begun by taking it, and there is nothing left to move or delete afterwards. */
public final class ClaimStrategy implements GenericFileProcessStrategy<File> {
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

    @Override
    public void prepareOnStartup(GenericFileOperations<File> files, GenericFileEndpoint<File> endpoint) {
        // Nothing of an earlier run lies in the inbox: what was claimed is in working/, and Recovery sees to it.
    }

    @Override
    public void abort(
            GenericFileOperations<File> files,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file) {
        // What was not claimed was not touched.
    }

    @Override
    public void commit(
            GenericFileOperations<File> files,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file) {
        // The claim has moved the file.
    }

    @Override
    public void rollback(
            GenericFileOperations<File> files,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file) {
        // The claim has moved the file; its job is in the ledger.
    }
}
