package io.bitroutes.text;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts for people in one language, by key. Immutable and safe for threads. */
public final class Texts {
    private static final String BUNDLE = "io.bitroutes.text.messages";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    private Texts(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The texts of a language: {@code zh}, else English. */
    public static Texts in(String language) {
        return new Texts(ResourceBundle.getBundle(BUNDLE, Locale.forLanguageTag(language), NO_FALLBACK));
    }

    /** {@code zh} on a machine set to Chinese, else {@code en}. */
    public static String languageOfThisMachine() {
        return Locale.getDefault().getLanguage().equals("zh") ? "zh" : "en";
    }

    /**
     * The text of a key with its arguments filled in; numbers as plain digits.
     *
     * @throws java.util.MissingResourceException if there is no such key
     */
    public String of(String key, Object... arguments) {
        Object[] plain = Arrays.stream(arguments).map(String::valueOf).toArray();
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(plain);
    }
}
