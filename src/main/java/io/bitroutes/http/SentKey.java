package io.bitroutes.http;

import org.apache.camel.Exchange;

/** The key that went out with a request: a server that echoes it in an answer must not bring it into a log or a file. */
final class SentKey {
    private static final String PROPERTY = "bitanswerSentKey";
    private static final String HIDDEN = "[key]";
    /** A shorter one stands in ordinary words by chance. */
    private static final int SHORTEST = 8;

    private SentKey() {}

    static void remember(Exchange exchange, String key) {
        exchange.setProperty(PROPERTY, key);
    }

    /** The text without the key. */
    static String hide(Exchange exchange, String text) {
        String key = exchange.getProperty(PROPERTY, String.class);
        return key == null || key.length() < SHORTEST ? text : text.replace(key, HIDDEN);
    }
}
