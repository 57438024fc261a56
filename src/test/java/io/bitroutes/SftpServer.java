package io.bitroutes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.session.SessionHeartbeatController.HeartbeatType;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A real SFTP server on a folder, with a key of its own; like most, it renames nothing onto a file that is there. */
public final class SftpServer implements AutoCloseable {
    public static final String USER = "reports";
    public static final String PASSWORD = "a password";

    private static final String HOST = "127.0.0.1";
    private static final Duration STOPPED = Duration.ofSeconds(10);

    private final Path root;
    private final KeyPair hostKey;
    private final AtomicLong room = new AtomicLong(Long.MAX_VALUE);
    private volatile PublicKey client;
    private int port;
    private SshServer server;

    private SftpServer(Path root, KeyPair hostKey) {
        this.root = root;
        this.hostKey = hostKey;
    }

    /** Serves a folder on a free port. */
    public static SftpServer start(Path root) throws IOException {
        try {
            SftpServer server = new SftpServer(root, KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256));
            server.up();
            return server;
        } catch (java.security.GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** Serves again, on the same port. */
    public void up() throws IOException {
        server = SshServer.setUpDefaultServer();
        server.setHost(HOST);
        server.setPort(port);
        server.setKeyPairProvider(session -> List.of(hostKey));
        server.setPasswordAuthenticator((user, password, session) -> user.equals(USER) && password.equals(PASSWORD));
        server.setPublickeyAuthenticator(
                (user, key, session) -> user.equals(USER) && KeyUtils.compareKeys(key, client));
        server.setSessionHeartbeat(HeartbeatType.NONE, Duration.ZERO);
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        SftpSubsystemFactory sftp = new SftpSubsystemFactory.Builder().build();
        sftp.addSftpEventListener(new Disk());
        server.setSubsystemFactories(List.of(sftp));
        server.start();
        port = server.getPort();
    }

    /** Breaks all connections and refuses new ones. */
    public void down() throws IOException {
        server.stop(true);
    }

    /** Lets that user in who has the private key of this one. */
    public void letIn(PublicKey key) {
        client = key;
    }

    /** From now on the disk takes so many bytes and no more. */
    public void room(long bytes) {
        room.set(bytes);
    }

    /** The address of a folder of it. */
    public String address(String path) {
        return "sftp://" + USER + "@" + HOST + ":" + port + "/" + path;
    }

    /** Writes down its key, as ssh-keyscan does. */
    public Path knownHosts(Path file) throws IOException {
        return writeKnownHosts(file, hostKey.getPublic());
    }

    /** Writes down another key than its own. */
    public Path wrongHosts(Path file) throws Exception {
        return writeKnownHosts(
                file, KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256).getPublic());
    }

    private Path writeKnownHosts(Path file, PublicKey key) throws IOException {
        return Files.writeString(file, "[" + HOST + "]:" + port + " " + PublicKeyEntry.toString(key) + "\n");
    }

    @Override
    public void close() throws IOException {
        server.close(true).await(STOPPED);
    }

    /** A disk that may be full. */
    private final class Disk implements SftpEventListener {
        @Override
        public void writing(
                ServerSession session,
                String remoteHandle,
                FileHandle localHandle,
                long offset,
                byte[] data,
                int dataOffset,
                int dataLen)
                throws IOException {
            if (room.addAndGet(-dataLen) < 0) {
                throw new IOException("No space left on device");
            }
        }
    }
}
