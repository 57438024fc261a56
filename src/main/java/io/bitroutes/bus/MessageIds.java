package io.bitroutes.bus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** By what messages are known again when they come again in the same order. Not safe for threads. */
final class MessageIds {
    private final MessageDigest digest = sha256();
    private byte[] upToNow = {};

    /** That of one message; a new one each time if its sender gave it none. */
    static String of(BusMessage message) {
        return message.queue()
                + '\n'
                + message.id().orElseGet(() -> UUID.randomUUID().toString());
    }

    /** That of all messages up to this one, which is the next; nobody changes it. */
    byte[] upTo(BusMessage message) {
        digest.update(upToNow);
        upToNow = digest.digest(of(message).getBytes(StandardCharsets.UTF_8));
        return upToNow;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
