package io.bitroutes.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the records of an exported file are written. */
public enum ExportFormat {
    /** A header row of the API's names, CRLF, a byte order mark in UTF-8, and no cell that Excel would take for a formula. */
    CSV("\uFEFF", "", "", "", ""),
    /** One array with a record a line. */
    JSON("[", "\n", ",\n", "", "\n]\n"),
    /** A record a line. */
    JSONL("", "", "", "\n", "");

    private final String head;
    private final String beforeFirst;
    private final String beforeNext;
    private final String after;
    private final String tail;

    ExportFormat(String head, String beforeFirst, String beforeNext, String after, String tail) {
        this.head = head;
        this.beforeFirst = beforeFirst;
        this.beforeNext = beforeNext;
        this.after = after;
        this.tail = tail;
    }

    /** The format that the name of a file asks for by its ending. */
    public static Optional<ExportFormat> ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> lower.endsWith("." + format.label()))
                .findFirst();
    }

    /** Its name as people write it. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a file begins with. */
    String head() {
        return head;
    }

    /** What stands before a JSON record. */
    String before(boolean first) {
        return first ? beforeFirst : beforeNext;
    }

    /** What stands behind a JSON record. */
    String after() {
        return after;
    }

    /** What a file ends with. */
    String tail() {
        return tail;
    }
}
