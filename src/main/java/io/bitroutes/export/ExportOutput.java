package io.bitroutes.export;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** The bytes of an export on their way to its target: compressed if so ordered, then counted and digested. */
final class ExportOutput {
    private static final int BUFFER = 1 << 16;

    private final MessageDigest digest;
    private final Counting counting;
    private final OutputStream stream;

    ExportOutput(OutputStream target, boolean gzip) throws IOException {
        digest = sha256Digest();
        counting = new Counting(target, digest);
        stream = gzip ? new GZIPOutputStream(counting, BUFFER) : counting;
    }

    void write(byte[] content) throws IOException {
        stream.write(content);
    }

    /** Takes content as well; not to be closed. */
    OutputStream stream() {
        return stream;
    }

    /** Says that nothing follows. The target stays open. */
    void finish() throws IOException {
        if (stream instanceof GZIPOutputStream gzip) {
            gzip.finish();
        }
        stream.flush();
    }

    /** How many bytes have gone to the target. */
    long bytes() {
        return counting.count;
    }

    /** The digest of what has gone to the target, in hex; once, at the end. */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    private static final class Counting extends DigestOutputStream {
        private long count;

        private Counting(OutputStream target, MessageDigest digest) {
            super(target, digest);
        }

        @Override
        public void write(int one) throws IOException {
            super.write(one);
            count++;
        }

        @Override
        public void write(byte[] some, int offset, int length) throws IOException {
            super.write(some, offset, length);
            count += length;
        }
    }
}
