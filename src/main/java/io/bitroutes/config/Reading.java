package io.bitroutes.config;

import io.bitroutes.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One reading of the configuration: gives typed values and collects everything that is wrong. */
final class Reading {
    private final ConfigSources sources;
    private final Texts texts;
    private final List<String> problems;

    Reading(ConfigSources sources, Texts texts) {
        this.sources = sources;
        this.texts = texts;
        this.problems = new ArrayList<>();
        sources.problems(texts).forEach(this::problem);
    }

    Texts texts() {
        return texts;
    }

    /** The value, or the default when none is given or the given one does not fit, which is noted. */
    <T> T get(Key<T> key) {
        return find(key).orElseGet(() -> key.fallback()
                .flatMap(key.kind().parse())
                .orElseThrow(() -> new IllegalStateException(key.full())));
    }

    /** The value, where one is given that fits. */
    <T> Optional<T> find(Key<T> key) {
        Optional<Given> given = given(key);
        Optional<T> value = given.flatMap(found -> key.kind().parse().apply(found.text()));
        if (given.isPresent() && value.isEmpty()) {
            refuse(key, key.kind().expected().apply(texts));
        }
        return value;
    }

    /** The value as it was given. */
    Optional<Given> given(Key<?> key) {
        return sources.find(key).filter(found -> !key.saysDefault(found.text()));
    }

    Map<String, Given> under(String prefix) {
        return sources.under(prefix);
    }

    /** Notes that the value of a key, given or default, is not what was expected. */
    void refuse(Key<?> key, String expected) {
        String value = given(key).map(Given::text).or(key::fallback).orElse("");
        problem(texts.of("config.value", key.full(), withoutPassword(value), origin(key), expected));
    }

    /** An address may hold a user and a password: the very reason why it is refused. */
    private static String withoutPassword(String value) {
        return value.replaceAll("//[^/@]*@", "//…@").replaceAll("(?i)(password=)[^&]*", "$1…");
    }

    /** A file that is named has to be there. */
    void requireFile(Key<Path> key, Optional<Path> file) {
        if (file.filter(path -> !Files.isRegularFile(path)).isPresent()) {
            refuse(key, texts.of("config.expected.existing-file"));
        }
    }

    String origin(Key<?> key) {
        return given(key).map(found -> found.origin().in(texts)).orElseGet(() -> texts.of("config.origin.default"));
    }

    /** Notes a problem; the key is in none, wherever somebody may have written it. */
    void problem(String text) {
        problems.add(sources.withoutKey(text));
    }

    void finish() throws ConfigException {
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }
}
