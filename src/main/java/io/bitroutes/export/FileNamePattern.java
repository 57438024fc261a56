package io.bitroutes.export;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of an exported file with its fire time in it: {@code customers-${time:yyyy-MM-dd}.csv}. Immutable. */
final class FileNamePattern {
    private static final Pattern TIME = Pattern.compile("\\$\\{time:([^{}]+)}");
    /** What no file system takes, what would be a path, and what would be an expression. */
    private static final Pattern UNSAFE = Pattern.compile("[/\\\\<>:\"|?*\\p{Cntrl}\\[\\]{}$]");

    private static final int LONGEST = 150;

    private final String text;

    FileNamePattern(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    boolean hasTime() {
        return TIME.matcher(text).find();
    }

    /**
     * The name of the file of a fire time.
     *
     * @throws IllegalArgumentException if the form of the time is none
     */
    String at(Instant fire, ZoneId zone) {
        ZonedDateTime time = fire.atZone(zone);
        return TIME.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(format(match.group(1)).format(time)));
    }

    /** The name of the newest file. */
    String latest() {
        return TIME.matcher(text).replaceAll("latest");
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    /** Whether a name is one file in one folder, which every system can hold and nobody hides. */
    static boolean isSafe(String name) {
        return !UNSAFE.matcher(name).find()
                && !name.startsWith(".")
                && !name.startsWith("~")
                && name.equals(name.strip())
                && !name.endsWith(".")
                && !name.isEmpty()
                && name.getBytes(StandardCharsets.UTF_8).length <= LONGEST;
    }
}
