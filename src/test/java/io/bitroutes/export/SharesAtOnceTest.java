package io.bitroutes.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.bitroutes.SftpServer;
import io.bitroutes.config.ExportSettings;
import io.bitroutes.gate.Gate;
import io.bitroutes.ledger.LedgerDatabase;
import io.bitroutes.ledger.SharedFiles;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new share that is opened several times at once, as it is for a run and for its note. */
class SharesAtOnceTest {
    private static final int AT_ONCE = 4;
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private LedgerDatabase database;
    private Path there;

    @BeforeEach
    void open() throws IOException {
        database = LedgerDatabase.inFolder(folder.resolve("state"));
        there = Files.createDirectory(folder.resolve("share"));
    }

    @AfterEach
    void close() throws IOException {
        database.close();
        camel.close();
    }

    @Test
    void aFolderIsMarkedOnce() throws Exception {
        isMarkedOnce(new ShareAddress.Folder(there), Optional.empty(), Optional.empty());
    }

    @Test
    void aServerIsMarkedOnce() throws Exception {
        try (SftpServer server = SftpServer.start(folder)) {
            isMarkedOnce(
                    ShareAddress.of(server.address("share")).orElseThrow(),
                    Optional.of(server.knownHosts(folder.resolve("known_hosts"))),
                    Optional.of(Files.writeString(folder.resolve("password"), SftpServer.PASSWORD)));
        }
    }

    private void isMarkedOnce(ShareAddress address, Optional<Path> knownHosts, Optional<Path> password)
            throws Exception {
        ExportSettings settings =
                new ExportSettings(1, knownHosts, Optional.empty(), Optional.empty(), password, TIMEOUT, TIMEOUT);
        Shares shares =
                new Shares(camel, settings, new SharedFiles(database), new Gate(), Texts.in("en"), Clock.systemUTC());
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            CyclicBarrier together = new CyclicBarrier(AT_ONCE);
            List<Future<Share>> opened = threads.invokeAll(Collections.nCopies(AT_ONCE, () -> {
                together.await();
                return shares.open(address);
            }));
            for (Future<Share> share : opened) {
                share.get().close();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(there.resolve(Share.MARKER)).exists();
        assertThat(there.toFile().list()).hasSize(1);
    }
}
