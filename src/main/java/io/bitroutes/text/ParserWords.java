package io.bitroutes.text;

import java.util.regex.Pattern;

/** What a parser says of a text, without what concerns only those who program with it. */
public final class ParserWords {
    /** It names its source, which it was told to keep to itself, and how it was told. */
    private static final Pattern SOURCE = Pattern.compile("\\[Source: [^;]*; ([^\\]]*)]");

    private ParserWords() {}

    /** The same for people. */
    public static String of(String message) {
        return SOURCE.matcher(message).replaceAll("$1");
    }
}
