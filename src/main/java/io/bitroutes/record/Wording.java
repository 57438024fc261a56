package io.bitroutes.record;

import io.bitroutes.text.Suggestion;
import io.bitroutes.text.Texts;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;

/**
 * The texts of this package, in the language of the people who read them.
 *
 * @param ofMessages whether they read of a message, else of a file
 */
record Wording(Texts texts, boolean ofMessages) {
    /** What a file has that a message has not, and how either is mended, is said of each in its own words. */
    private static final Set<String> SAID_OF_EACH = Set.of(
            "empty",
            "workbook",
            "binary",
            "no-mark",
            "damaged-gzip",
            "malformed-byte",
            "unclosed-quote",
            "missing-columns",
            "not-key",
            "json-cut-off",
            "json-byte");

    private static final int LONGEST_ARGUMENT = 200;
    private static final int CHARACTERS_PER_MEGABYTE = 1 << 20;

    /** Why a single record must not be sent. */
    String bad(String key, Object... arguments) {
        return texts.of("record.bad." + key, shortened(arguments));
    }

    /** What people call a kind of JSON value. */
    String jsonKind(String kind) {
        return texts.of("record.json." + kind);
    }

    /** A file that cannot be taken, at no place in particular. */
    BrokenFileException broken(String key, Object... arguments) {
        return new BrokenFileException(found(key, arguments), "", expected(key, arguments));
    }

    /** A file that cannot be taken because of one of its rows. */
    BrokenFileException brokenAt(long row, String key, Object... arguments) {
        return new BrokenFileException(found(key, arguments), texts.of("record.row", row), expected(key, arguments));
    }

    /** A record beyond the limits. */
    BrokenFileException tooLong(long row) {
        return brokenAt(
                row, "record-too-long", RecordGuard.MOST_LINES, RecordGuard.MOST_CHARACTERS / CHARACTERS_PER_MEGABYTE);
    }

    /** What a failure of reading means, if it is the file's fault; else it is thrown again. */
    BrokenFileException translated(IOException failure, long row) throws IOException {
        if (failure instanceof RecordTooLongException) {
            return tooLong(row);
        }
        if (failure instanceof MalformedByteException octet) {
            return brokenAt(row, "malformed-byte", octet.position(), octet.hex(), octet.charset());
        }
        if (failure instanceof DamagedGzipException) {
            return broken("damaged-gzip");
        }
        throw failure;
    }

    /** "Did you mean", or nothing when no known name is near. */
    String suggestion(String name, Collection<String> known) {
        return Suggestion.near(name, known)
                .map(near -> texts.of("did-you-mean", near))
                .orElse("");
    }

    private String found(String key, Object... arguments) {
        return texts.of(named(key), shortened(arguments));
    }

    private String expected(String key, Object... arguments) {
        return texts.of(named(key) + ".expected", shortened(arguments));
    }

    private String named(String key) {
        return (ofMessages && SAID_OF_EACH.contains(key) ? "record.message." : "record.broken.") + key;
    }

    /** A cell can be as long as a book, a reason cannot. */
    private static Object[] shortened(Object... arguments) {
        return Arrays.stream(arguments)
                .map(String::valueOf)
                .map(text -> text.length() > LONGEST_ARGUMENT ? beginning(text) + "…" : text)
                .toArray();
    }

    private static String beginning(String text) {
        int end =
                Character.isHighSurrogate(text.charAt(LONGEST_ARGUMENT - 1)) ? LONGEST_ARGUMENT - 1 : LONGEST_ARGUMENT;
        return text.substring(0, end);
    }
}
