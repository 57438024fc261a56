package io.bitroutes.job;

import java.io.File;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;

/** Lets camel-file decide only whether a file is begun: what moves files is ours, so that every move can be taken again. */
abstract class BeginOnly implements GenericFileProcessStrategy<File> {
    private final InboxPolls polls;

    /** @param polls told when a file cannot be begun */
    BeginOnly(InboxPolls polls) {
        this.polls = polls;
    }

    /**
     * Whether the file is begun now.
     *
     * @throws Exception if it cannot be; it is tried again at the next look
     */
    abstract boolean begin(Path file) throws Exception;

    @Override
    public final boolean begin(
            GenericFileOperations<File> files,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file) {
        try {
            return begin(file.getFile().toPath());
        } catch (Exception e) {
            polls.failed(endpoint, e);
            return false;
        }
    }

    @Override
    public final void prepareOnStartup(GenericFileOperations<File> files, GenericFileEndpoint<File> endpoint) {
        // Nothing of an earlier run is camel-file's to clear away.
    }

    @Override
    public final void abort(
            GenericFileOperations<File> files,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file) {
        // What was not begun was not touched.
    }

    @Override
    public final void commit(
            GenericFileOperations<File> files,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file) {
        // Whoever worked on the file has moved it.
    }

    @Override
    public final void rollback(
            GenericFileOperations<File> files,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file) {
        // The file is where the step that failed can be taken again.
    }
}
