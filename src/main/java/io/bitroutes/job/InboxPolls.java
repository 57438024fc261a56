package io.bitroutes.job;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.spi.PollingConsumerPollStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What goes wrong while folders are looked into is said once, not at every look. Safe for threads. */
public final class InboxPolls implements PollingConsumerPollStrategy, ExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(InboxPolls.class);

    private final FailureNotes notes;
    private final Set<String> failing = ConcurrentHashMap.newKeySet();

    /** Says it through these notes. */
    public InboxPolls(FailureNotes notes) {
        this.notes = notes;
    }

    /** A file of a folder could not be begun. */
    void failed(Endpoint endpoint, Exception failure) {
        failing.add(folder(endpoint));
        notes.failed(folder(endpoint), failure);
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        failing.remove(folder(endpoint));
        return true;
    }

    @Override
    public void commit(Consumer consumer, Endpoint endpoint, int polledMessages) {
        if (!failing.contains(folder(endpoint))) {
            notes.worked(folder(endpoint));
        }
    }

    @Override
    public boolean rollback(Consumer consumer, Endpoint endpoint, int retryCounter, Exception cause) {
        failed(endpoint, cause);
        return false;
    }

    @Override
    public void handleException(Throwable failure) {
        handleException("", null, failure);
    }

    @Override
    public void handleException(String message, Throwable failure) {
        handleException(message, null, failure);
    }

    /** After {@link #rollback}, which has noted it. */
    @Override
    public void handleException(String message, Exchange exchange, Throwable failure) {
        LOG.debug("noted: {}", message);
    }

    private static String folder(Endpoint endpoint) {
        return ((GenericFileEndpoint<?>) endpoint).getConfiguration().getDirectory();
    }
}
