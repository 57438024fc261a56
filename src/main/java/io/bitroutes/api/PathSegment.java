package io.bitroutes.api;

import java.nio.charset.StandardCharsets;

/** Percent-encoding of one path segment: everything but the unreserved characters of RFC 3986, as UTF-8. */
final class PathSegment {
    private static final String UNRESERVED = "-._~";
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private PathSegment() {}

    static String encode(String value) {
        StringBuilder encoded = new StringBuilder(value.length() * 3);
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved(octet)) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(HEX[(octet >> 4) & 0xF]).append(HEX[octet & 0xF]);
            }
        }
        return encoded.toString();
    }

    /** Whether URL normalisation would remove the segment, and so change which resource is meant. */
    static boolean vanishes(String value) {
        return value.isEmpty() || value.equals(".") || value.equals("..");
    }

    private static boolean isUnreserved(byte octet) {
        return (octet >= 'a' && octet <= 'z')
                || (octet >= 'A' && octet <= 'Z')
                || (octet >= '0' && octet <= '9')
                || UNRESERVED.indexOf(octet) >= 0;
    }
}
