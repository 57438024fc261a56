package io.bitroutes.record;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A stream that takes the digest of all that passes, and in the end of what was left; or of nothing. */
final class DigestedBytes extends FilterInputStream {
    private final Optional<MessageDigest> digest;
    private String hex = "";

    private DigestedBytes(InputStream source, Optional<MessageDigest> digest) {
        super(source);
        this.digest = digest;
    }

    /** The same bytes. */
    static DigestedBytes of(InputStream bytes) {
        try {
            return new DigestedBytes(bytes, Optional.of(MessageDigest.getInstance("SHA-256")));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The same bytes, where nobody asks for a digest. */
    static DigestedBytes without(InputStream bytes) {
        return new DigestedBytes(bytes, Optional.empty());
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        if (octet >= 0 && digest.isPresent()) {
            digest.get().update((byte) octet);
        }
        return octet;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = super.read(target, offset, length);
        if (count > 0 && digest.isPresent()) {
            digest.get().update(target, offset, count);
        }
        return count;
    }

    /** Reads what no one wanted, as data after a compressed file's end, and makes the digest final. */
    void finish() throws IOException {
        if (hex.isEmpty() && digest.isPresent()) {
            transferTo(OutputStream.nullOutputStream());
            hex = HexFormat.of().formatHex(digest.get().digest());
        }
    }

    /** The digest as hex; empty before {@link #finish}, and where there is none. */
    String hex() {
        return hex;
    }
}
