package io.bitroutes.bus;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/** By what messages are known again when they come again. */
final class MessageIds {
    private MessageIds() {}

    /** That of one message; a new one each time if its sender gave it none. */
    static String of(BusMessage message) {
        return message.queue()
                + '\n'
                + message.id().orElseGet(() -> UUID.randomUUID().toString());
    }

    /** That of messages together, in their order. */
    static String of(List<BusMessage> messages) {
        MessageDigest digest = sha256();
        for (BusMessage message : messages) {
            digest.update((of(message) + '\n').getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
