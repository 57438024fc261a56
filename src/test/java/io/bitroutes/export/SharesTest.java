package io.bitroutes.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.bitroutes.SftpServer;
import io.bitroutes.config.ExportSettings;
import io.bitroutes.gate.Gate;
import io.bitroutes.gate.StoppingException;
import io.bitroutes.ledger.LedgerDatabase;
import io.bitroutes.ledger.SharedFiles;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharesTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final String TEMPORARY = ".a.csv.token.part";

    @TempDir
    Path folder;

    private final Gate gate = new Gate();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private LedgerDatabase database;
    private Path there;
    private Path report;

    @BeforeEach
    void open() throws IOException {
        database = LedgerDatabase.inFolder(folder.resolve("state"));
        there = Files.createDirectory(folder.resolve("share"));
        report = Files.writeString(folder.resolve("report.csv"), "name\r\n");
    }

    @AfterEach
    void close() throws IOException {
        database.close();
        camel.close();
    }

    private Shares shares(ExportSettings settings) {
        return new Shares(camel, settings, new SharedFiles(database), gate, Texts.in("en"), Clock.systemUTC());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(there)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void use(Shares shares, ShareAddress address) throws IOException {
        try (Share share = shares.open(address)) {
            assertThat(share.holds("a.csv")).isFalse();
            share.put(report, TEMPORARY, "a.csv");
            assertThat(share.holds("a.csv")).isTrue();
            assertThat(names()).containsExactly(Share.MARKER, "a.csv");
            assertThat(there.resolve("a.csv")).hasContent("name\r\n");

            Files.writeString(report, "name\r\nx\r\n");
            share.put(report, TEMPORARY, "a.csv");
            assertThat(there.resolve("a.csv")).hasContent("name\r\nx\r\n");

            share.remove("a.csv");
            share.remove("a.csv");
            assertThat(names()).containsExactly(Share.MARKER);
        }
    }

    private void asksForItsMarker(Shares shares, ShareAddress address) throws IOException {
        shares.open(address).close();
        assertThat(shares.problem(address)).isEmpty();
        Files.delete(there.resolve(Share.MARKER));

        String noMarker = "the share " + address.text() + " is not the one that was used before: there is no file"
                + " .bitanswer-share in it. It is not mounted; or, if it was emptied or moved on purpose, put an empty file"
                + " of that name there";
        assertThat(shares.problem(address)).contains(noMarker);
        assertThatThrownBy(() -> shares.open(address)).hasMessage(noMarker);
        assertThat(names()).isEmpty();

        Files.createFile(there.resolve(Share.MARKER));
        shares.open(address).close();
    }

    private void endsWhenTheProgramStops(Shares shares, ShareAddress address) throws IOException {
        try (Share share = shares.open(address)) {
            gate.stop();
            assertThat(catchThrowable(() -> share.put(report, TEMPORARY, "a.csv")))
                    .isInstanceOf(StoppingException.class);
        }
        assertThat(names()).containsExactly(Share.MARKER);
    }

    @Nested
    class OfThisMachine {
        private Shares shares;

        @BeforeEach
        void noLogin() {
            shares = shares(new ExportSettings(
                    1, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), TIMEOUT, TIMEOUT));
        }

        @Test
        void filesComeAndGo() throws IOException {
            use(shares, new ShareAddress.Folder(there));
        }

        @Test
        void aFolderIsNeverMade() {
            ShareAddress missing = new ShareAddress.Folder(folder.resolve("missing"));

            String message = "the share file:" + folder.resolve("missing")
                    + " is not there: it is not mounted, or the folder does not exist; it is never made here";
            assertThat(shares.problem(missing)).contains(message);
            assertThatThrownBy(() -> shares.open(missing)).hasMessage(message);
            assertThat(folder.resolve("missing")).doesNotExist();
        }

        @Test
        void theEmptyPlaceOfAShareIsNotTheShare() throws IOException {
            asksForItsMarker(shares, new ShareAddress.Folder(there));
        }

        @Test
        void whatIsUnmountedMeanwhileTakesNothing() throws IOException {
            try (Share share = shares.open(new ShareAddress.Folder(there))) {
                Files.delete(there.resolve(Share.MARKER));

                assertThatThrownBy(() -> share.put(report, TEMPORARY, "a.csv")).isInstanceOf(ShareException.class);
                assertThat(names()).isEmpty();
                Files.delete(there);
                assertThatThrownBy(() -> share.put(report, TEMPORARY, "a.csv")).isInstanceOf(IOException.class);
                assertThat(there).doesNotExist();
            }
        }

        @Test
        void aCopyUnderWayEndsWhenTheProgramStops() throws IOException {
            endsWhenTheProgramStops(shares, new ShareAddress.Folder(there));
        }
    }

    @Nested
    class OfAServer {
        private SftpServer server;
        private Path knownHosts;
        private Path password;

        @BeforeEach
        void start() throws IOException {
            server = SftpServer.start(folder);
            knownHosts = server.knownHosts(folder.resolve("known_hosts"));
            password = Files.writeString(folder.resolve("password"), SftpServer.PASSWORD + "\n");
        }

        @AfterEach
        void stop() throws IOException {
            server.close();
        }

        private ExportSettings withPassword(Path file) {
            return new ExportSettings(
                    1,
                    Optional.of(knownHosts),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(file),
                    TIMEOUT,
                    TIMEOUT);
        }

        private ShareAddress address() {
            return ShareAddress.of(server.address("share")).orElseThrow();
        }

        @Test
        void filesComeAndGo() throws IOException {
            use(shares(withPassword(password)), address());
        }

        @Test
        void aKeyLogsInAsWell() throws Exception {
            KeyPair pair = KeyUtils.generateKeyPair("ssh-rsa", 2048);
            server.letIn(pair.getPublic());
            Path key = Files.writeString(
                    folder.resolve("key"),
                    "-----BEGIN PRIVATE KEY-----\n"
                            + Base64.getMimeEncoder()
                                    .encodeToString(pair.getPrivate().getEncoded())
                            + "\n-----END PRIVATE KEY-----\n");

            use(
                    shares(new ExportSettings(
                            1,
                            Optional.of(knownHosts),
                            Optional.of(key),
                            Optional.empty(),
                            Optional.empty(),
                            TIMEOUT,
                            TIMEOUT)),
                    address());
        }

        @Test
        void theEmptyPlaceOfAShareIsNotTheShare() throws IOException {
            asksForItsMarker(shares(withPassword(password)), address());
        }

        @Test
        void aServerWithAnotherKeyGetsNothing() throws Exception {
            server.wrongHosts(knownHosts);

            assertThat(shares(withPassword(password)).problem(address()))
                    .hasValueSatisfying(problem -> assertThat(problem)
                            .startsWith("the share " + address().text() + " cannot be used: ")
                            .contains("HostKey"));
            Files.writeString(knownHosts, "");
            assertThat(shares(withPassword(password)).problem(address()))
                    .hasValueSatisfying(problem -> assertThat(problem).contains("HostKey"));
        }

        @Test
        void withoutTheKeysOfServersNoneIsTrusted() {
            ExportSettings trusting = new ExportSettings(
                    1, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(password), TIMEOUT, TIMEOUT);

            assertThat(shares(trusting).problem(address()))
                    .contains(
                            "the share " + address().text() + " is not trusted: bitanswer.share.known-hosts is not set;"
                                    + " expected the file with the key of that server, as ssh-keyscan writes it");
        }

        @Test
        void aWrongPasswordIsSaid() throws IOException {
            Path wrong = Files.writeString(folder.resolve("wrong"), "wrong");

            assertThat(shares(withPassword(wrong)).problem(address())).hasValueSatisfying(problem -> assertThat(problem)
                    .startsWith("the share " + address().text() + " cannot be used: Auth fail")
                    .doesNotContain("wrong"));
        }

        @Test
        void aFolderIsNeverMade() {
            ShareAddress missing = ShareAddress.of(server.address("missing")).orElseThrow();

            assertThat(shares(withPassword(password)).problem(missing))
                    .contains("the share " + missing.text()
                            + " is not there: it is not mounted, or the folder does not exist; it is never made here");
            assertThat(folder.resolve("missing")).doesNotExist();
        }

        @Test
        void aFullDiskLeavesNothingBehind() throws IOException {
            Files.write(report, new byte[200_000]);
            try (Share share = shares(withPassword(password)).open(address())) {
                server.room(100_000);

                assertThatThrownBy(() -> share.put(report, TEMPORARY, "a.csv"))
                        .isInstanceOf(ShareException.class)
                        .hasMessageStartingWith("the share " + address().text() + " cannot be used: ");
                assertThat(names()).containsExactly(Share.MARKER);
            }
        }

        @Test
        void aServerThatGoesAwayIsSaid() throws IOException {
            try (Share share = shares(withPassword(password)).open(address())) {
                server.down();

                assertThatThrownBy(() -> share.put(report, TEMPORARY, "a.csv")).isInstanceOf(ShareException.class);
                assertThatThrownBy(() -> share.holds("a.csv")).isInstanceOf(ShareException.class);
            }
            assertThat(shares(withPassword(password)).problem(address())).isPresent();
            server.up();
            assertThat(shares(withPassword(password)).problem(address())).isEmpty();
        }

        @Test
        void aCopyUnderWayEndsWhenTheProgramStops() throws IOException {
            endsWhenTheProgramStops(shares(withPassword(password)), address());
        }
    }
}
