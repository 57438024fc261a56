package io.bitroutes.export;

import io.bitroutes.config.ExportSettings;
import io.bitroutes.gate.Gate;
import io.bitroutes.ledger.KnownShares;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;

/** Opens shares. Safe for threads. */
final class Shares {
    private final CamelContext camel;
    private final ExportSettings settings;
    private final KnownShares known;
    private final Gate gate;
    private final Texts texts;
    private final Clock clock;
    private final Object marking = new Object();

    Shares(CamelContext camel, ExportSettings settings, KnownShares known, Gate gate, Texts texts, Clock clock) {
        this.camel = camel;
        this.settings = settings;
        this.known = known;
        this.gate = gate;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Opens a share. At its first use it gets its marker; from then on a folder without it is taken for the empty place of
     * a share that is not mounted.
     *
     * @throws ShareException if it cannot be reached, or is not the one it was
     */
    Share open(ShareAddress address) throws IOException {
        Share share = connect(address);
        try {
            check(share, address);
            return share;
        } catch (IOException | RuntimeException e) {
            share.close();
            throw e;
        }
    }

    /** What keeps a share from being used, without leaving anything there; empty if nothing does. */
    Optional<String> problem(ShareAddress address) {
        try (Share share = connect(address)) {
            boolean strange = known.knows(address.text()) && !share.holds(Share.MARKER);
            return strange ? Optional.of(noMarker(address)) : Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        }
    }

    private void check(Share share, ShareAddress address) throws IOException {
        if (known.knows(address.text()) && !share.holds(Share.MARKER)) {
            throw new ShareException(noMarker(address));
        }
        // a share is often opened for a run and for a note at once, and one would take the marker of the other away
        synchronized (marking) {
            if (!share.holds(Share.MARKER)) {
                mark(share);
            }
        }
        known.know(address.text(), clock.instant());
    }

    private String noMarker(ShareAddress address) {
        return texts.of("share.no-marker", address.text(), Share.MARKER);
    }

    private static void mark(Share share) throws IOException {
        Path empty = Files.createTempFile(Share.MARKER, "");
        try {
            // its name is no other instance's
            share.put(empty, empty.getFileName() + ".part", Share.MARKER);
        } finally {
            Files.delete(empty);
        }
    }

    private Share connect(ShareAddress address) throws ShareException {
        return address instanceof ShareAddress.Server server
                ? new SftpShare(endpoint(server), server, gate, texts)
                : new FolderShare(((ShareAddress.Folder) address).path(), gate, texts);
    }

    private SftpEndpoint endpoint(ShareAddress.Server server) throws ShareException {
        Path trusted = settings.knownHosts()
                .orElseThrow(() -> new ShareException(texts.of("share.no-known-hosts", server.text())));
        SftpConfiguration login = new SftpConfiguration(URI.create("sftp://share"));
        login.setHost(server.host());
        login.setPort(server.port());
        login.setUsername(server.user());
        login.setStrictHostKeyChecking("yes");
        login.setUseUserKnownHostsFile(false);
        login.setKnownHostsFile(trusted.toString());
        login.setPreferredAuthentications("publickey,password,keyboard-interactive");
        login.setPrivateKeyFile(settings.keyFile().map(Path::toString).orElse(null));
        login.setPrivateKeyPassphrase(secret(settings.passphraseFile()));
        login.setPassword(secret(settings.passwordFile()));
        login.setConnectTimeout((int) settings.timeout().toMillis());
        login.setSoTimeout((int) settings.timeout().toMillis());
        login.setTimeout((int) settings.timeout().toMillis());
        login.setStepwise(false);
        SftpEndpoint endpoint = new SftpEndpoint(server.text(), camel.getComponent("sftp", SftpComponent.class), login);
        endpoint.setCamelContext(camel);
        endpoint.setFastExistsCheck(true);
        endpoint.setMaximumReconnectAttempts(0);
        return endpoint;
    }

    /** Read anew each time, so that it can be replaced without a restart. */
    private String secret(Optional<Path> file) throws ShareException {
        if (file.isEmpty()) {
            return null;
        }
        try {
            return Files.readString(file.get(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new ShareException(texts.of("share.secret", file.get(), e), e);
        }
    }
}
