package io.bitroutes.config;

import io.bitroutes.text.Texts;

/**
 * A value as somebody gave it.
 *
 * @param key the full key
 * @param value the text as it was written
 * @param origin where it came from
 */
record Given(String key, String value, Origin origin) {

    /** The value without white space around it, which nobody means; a lone tab is a delimiter. */
    String text() {
        return value.equals("\t") ? value : value.strip();
    }

    boolean isSet() {
        return !text().isEmpty();
    }

    /** Where a value came from: a file's name, an environment variable's name, a system property's name. */
    record Origin(Place place, String name) {
        String in(Texts texts) {
            return switch (place) {
                case FILE -> name;
                case ENVIRONMENT -> texts.of("config.origin.environment", name);
                case SYSTEM_PROPERTY -> "-D" + name;
                case PROGRAM -> texts.of("config.origin.program");
            };
        }
    }

    /** The places values come from, the weakest first. */
    enum Place {
        FILE,
        ENVIRONMENT,
        SYSTEM_PROPERTY,
        PROGRAM
    }
}
