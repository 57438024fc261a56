package io.bitroutes.config;

import io.bitroutes.config.Given.Place;
import io.bitroutes.text.Suggestion;
import io.bitroutes.text.Texts;
import java.util.List;
import java.util.Optional;

/** Finds keys nobody reads: errors, but warnings in the environment, which belongs to others as well. */
record UnknownKeys(Texts texts) {
    static final String VARIABLE_PREFIX = "BITANSWER_";

    /** Read by logback.xml, not here. */
    private static final String LOG_LEVEL = VARIABLE_PREFIX + "LOG_LEVEL";

    List<String> problems(List<Given> given) {
        return given.stream()
                .filter(value -> value.origin().place() != Place.ENVIRONMENT)
                .map(this::problem)
                .flatMap(Optional::stream)
                .toList();
    }

    List<String> warnings(List<Given> given) {
        return given.stream()
                .filter(value -> value.origin().place() == Place.ENVIRONMENT
                        && !Keys.known(value.key())
                        && !value.key().equals(LOG_LEVEL))
                .map(value -> texts.of("config.unknown-variable", value.key(), nearVariable(value.key())))
                .toList();
    }

    private Optional<String> problem(Given value) {
        if (value.origin().place() == Place.FILE && value.key().equals(ConfigSources.FILE.full())) {
            return Optional.of(
                    texts.of("config.file.in-file", value.key(), value.origin().in(texts)));
        }
        return Keys.known(value.key())
                ? Optional.empty()
                : Optional.of(texts.of(
                        "config.unknown-key", value.key(), value.origin().in(texts), nearKey(value.key())));
    }

    /** Compared without the prefix, which would make any two short names look alike. */
    private String nearKey(String full) {
        List<String> names = Keys.ALL.stream().map(Key::name).toList();
        return meant(Suggestion.near(full.replace(Key.PREFIX, ""), names).map(name -> Key.PREFIX + name));
    }

    private String nearVariable(String variable) {
        List<String> names = Keys.ALL.stream()
                .map(key -> key.variable().replace(VARIABLE_PREFIX, ""))
                .toList();
        return meant(
                Suggestion.near(variable.replace(VARIABLE_PREFIX, ""), names).map(name -> VARIABLE_PREFIX + name));
    }

    private String meant(Optional<String> name) {
        return name.map(known -> texts.of("did-you-mean", known)).orElse("");
    }
}
