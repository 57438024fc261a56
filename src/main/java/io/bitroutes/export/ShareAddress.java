package io.bitroutes.export;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where a share is. */
sealed interface ShareAddress {
    String FILE = "file:";
    String SFTP = "sftp:";

    /** The same share always has the same text; it holds no secret. */
    String text();

    /** A folder of this machine, perhaps a mounted one. */
    record Folder(Path path) implements ShareAddress {
        @Override
        public String text() {
            return FILE + path;
        }
    }

    /**
     * A folder of an SFTP server.
     *
     * @param path below the folder in which the user is after login, or absolute when it begins with a slash; may be empty
     */
    record Server(String user, String host, int port, String path) implements ShareAddress {
        @Override
        public String text() {
            return SFTP + "//" + user + "@" + host + ":" + port + "/" + path;
        }
    }

    /** The address in a text: {@code file:/mnt/reports} or {@code sftp://user@host:port/folder}; empty if it is none. */
    static Optional<ShareAddress> of(String text) {
        if (text.startsWith(FILE)) {
            return folder(text.substring(FILE.length()).replaceFirst("^//(?=/)", ""));
        }
        return text.startsWith(SFTP) ? server(text) : Optional.empty();
    }

    private static Optional<ShareAddress> folder(String path) {
        try {
            return Optional.of(path)
                    .filter(given -> !given.isBlank() && !given.startsWith("//"))
                    .map(given -> new Folder(Path.of(given).toAbsolutePath().normalize()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<ShareAddress> server(String text) {
        try {
            URI uri = new URI(text);
            String user = uri.getUserInfo();
            boolean plain = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getHost() != null;
            if (!plain || user == null || user.isEmpty() || user.contains(":")) {
                return Optional.empty();
            }
            int port = uri.getPort() < 0 ? 22 : uri.getPort();
            String path = uri.getPath().replaceFirst("^/", "").replaceFirst("(?<=.)/+$", "");
            return Optional.of(new Server(user, uri.getHost(), port, path));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
