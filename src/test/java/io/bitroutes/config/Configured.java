package io.bitroutes.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings and problems of a few values, beside the two that every test needs. */
public final class Configured {
    /** A ledger in the folder of the state. */
    public static final LedgerSettings EMBEDDED =
            new LedgerSettings(Optional.empty(), Optional.empty(), Optional.empty());

    private Configured() {}

    /** The settings of keys (without prefix) and values in turn. */
    public static Settings with(String... keysAndValues) throws ConfigException {
        return Settings.from(sources(keysAndValues));
    }

    /** What is wrong with them, in English. */
    static List<String> problems(String... keysAndValues) {
        return catchThrowableOfType(ConfigException.class, () -> with(keysAndValues))
                .problems();
    }

    static ConfigSources sources(String... keysAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("bitanswer.bitkey", "a-key");
        values.put("bitanswer.language", "en");
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put("bitanswer." + keysAndValues[i], keysAndValues[i + 1]);
        }
        return ConfigSources.of(values);
    }
}
