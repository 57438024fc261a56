package io.bitroutes.batch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The id under which the server recognises a repeated request. It depends on nothing but what is sent and where it comes
 * from, so that it is the same after a restart, and never carries two bodies.
 */
final class RequestId {
    private static final int HEX_DIGITS = 32;

    private RequestId() {}

    /** @param counter 0; more for each new id that the same part had to be given */
    static String of(String job, int batch, int first, int last, String method, String path, byte[] body, int counter) {
        MessageDigest digest = sha256();
        String place = "%s\n%d\n%d-%d\n%s\n%s\n%d\n".formatted(job, batch, first, last, method, path, counter);
        digest.update(place.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(body)).substring(0, HEX_DIGITS);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
