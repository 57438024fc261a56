package io.bitroutes.export;

import io.bitroutes.gate.Gate;
import io.bitroutes.gate.StoppingException;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A share that is a folder of an SFTP server; one connection from open to close. */
final class SftpShare implements Share {
    private static final Logger LOG = LoggerFactory.getLogger(SftpShare.class);

    private final SftpEndpoint endpoint;
    private final ShareAddress.Server address;
    private final RemoteFileOperations<?> operations;
    private final Gate gate;
    private final Texts texts;

    /**
     * Connects.
     *
     * @param endpoint holds who logs in how, and which keys of servers are trusted
     * @throws ShareException if the server cannot be reached, is not the one that is known, refuses the login, or has no
     *     such folder
     */
    SftpShare(SftpEndpoint endpoint, ShareAddress.Server address, Gate gate, Texts texts) throws ShareException {
        this.endpoint = endpoint;
        this.address = address;
        this.gate = gate;
        this.texts = texts;
        operations = endpoint.createRemoteFileOperations();
        try {
            connect();
            if (!address.path().isEmpty() && !operations.existsFile(address.path())) {
                throw new ShareException(texts.of("share.no-folder", address.text()));
            }
        } catch (GenericFileOperationFailedException e) {
            close();
            throw unusable(e);
        } catch (ShareException e) {
            close();
            throw e;
        }
    }

    /** Does nothing while the connection stands. */
    private void connect() {
        operations.connect(endpoint.getConfiguration(), endpoint.createExchange());
    }

    @Override
    public boolean holds(String name) throws ShareException {
        try {
            connect();
            return operations.existsFile(path(name));
        } catch (GenericFileOperationFailedException e) {
            throw unusable(e);
        }
    }

    @Override
    public void put(Path file, String temporary, String name) throws IOException {
        try {
            connect();
            send(file, temporary);
            checkLength(file, temporary);
            rename(temporary, name);
        } catch (GenericFileOperationFailedException e) {
            removeQuietly(temporary);
            if (gate.stopping()) {
                throw new StoppingException();
            }
            throw unusable(e);
        } catch (IOException | StoppingException e) {
            removeQuietly(temporary);
            throw e;
        }
    }

    private void send(Path file, String temporary) throws IOException {
        Exchange exchange = endpoint.createExchange();
        try (InputStream content = new StoppableStream(Files.newInputStream(file), gate)) {
            exchange.getIn().setBody(content);
            operations.storeFile(path(temporary), exchange, Files.size(file));
        }
    }

    /** A server whose disk is full need not say so before the last byte. */
    private void checkLength(Path file, String temporary) throws IOException {
        long there = ((SftpRemoteFile<?>) operations.listFiles(path(temporary))[0]).getFileLength();
        if (there != Files.size(file)) {
            throw new ShareException(texts.of("share.cut-off", address.text(), there, Files.size(file)));
        }
    }

    /** Most servers rename onto no file that is there; then the older one goes first. */
    private void rename(String temporary, String name) {
        try {
            operations.renameFile(path(temporary), path(name));
        } catch (GenericFileOperationFailedException e) {
            if (!operations.existsFile(path(name))) {
                throw e;
            }
            operations.deleteFile(path(name));
            operations.renameFile(path(temporary), path(name));
        }
    }

    @Override
    public void remove(String name) throws ShareException {
        try {
            connect();
            if (operations.existsFile(path(name))) {
                operations.deleteFile(path(name));
            }
        } catch (GenericFileOperationFailedException e) {
            throw unusable(e);
        }
    }

    /** Over a connection of its own: what was sent last may have put this one out of step. */
    private void removeQuietly(String name) {
        try {
            operations.forceDisconnect();
            remove(name);
        } catch (ShareException | GenericFileOperationFailedException e) {
            // the next run finds it by the name it has in the ledger
            LOG.debug("{} stays on {}", name, address.text(), e);
        }
    }

    private String path(String name) {
        return address.path().isEmpty() ? name : address.path() + "/" + name;
    }

    /** Its innermost cause says what is wrong. */
    private ShareException unusable(GenericFileOperationFailedException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String why = root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
        return new ShareException(texts.of("share.unusable", address.text(), why), failure);
    }

    @Override
    public void close() {
        try {
            operations.forceDisconnect();
        } catch (GenericFileOperationFailedException e) {
            LOG.debug("{} cannot be left", address.text(), e);
        }
    }
}
