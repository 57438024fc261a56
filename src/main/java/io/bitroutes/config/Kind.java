package io.bitroutes.config;

import io.bitroutes.text.Texts;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a value may be.
 *
 * @param type its name in the documentation
 * @param parse the value of a text, or empty when the text does not fit
 * @param expected what fits, in the words of the people who read it
 */
record Kind<T>(String type, Function<String, Optional<T>> parse, Function<Texts, String> expected) {}
