package io.bitroutes.config;

import java.util.Locale;
import java.util.Optional;

/**
 * A key of the configuration.
 *
 * @param name the name without the common prefix
 * @param fallback the value when none is given; empty when it is left out or worked out from others
 * @param documented the default as the documentation shows it
 * @param kind what its value may be
 */
record Key<T>(String name, Optional<String> fallback, String documented, Kind<T> kind) {
    static final String PREFIX = "bitanswer.";

    static <T> Key<T> of(String name, String fallback, Kind<T> kind) {
        return new Key<>(name, Optional.of(fallback), fallback, kind);
    }

    /** A key without a fixed default; its documented default, written as a value, says the same as no value. */
    static <T> Key<T> open(String name, String documented, Kind<T> kind) {
        return new Key<>(name, Optional.empty(), documented, kind);
    }

    String full() {
        return PREFIX + name;
    }

    boolean saysDefault(String text) {
        return fallback.isEmpty() && text.equals(documented);
    }

    /** The environment variable that gives it. */
    String variable() {
        return full().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
