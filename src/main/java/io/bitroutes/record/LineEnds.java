package io.bitroutes.record;

/** Counts line ends: LF, CR, and CRLF as one. */
final class LineEnds {
    private LineEnds() {}

    static int count(char[] text, int offset, int length) {
        int count = 0;
        for (int index = offset; index < offset + length; index++) {
            boolean feed = text[index] == '\n' && (index == offset || text[index - 1] != '\r');
            if (feed || text[index] == '\r') {
                count++;
            }
        }
        return count;
    }

    /** The first line end of a text; LF if it has none. */
    static String first(String text) {
        int carriage = text.indexOf('\r');
        int feed = text.indexOf('\n');
        if (carriage < 0 || (feed >= 0 && feed < carriage)) {
            return "\n";
        }
        return feed == carriage + 1 ? "\r\n" : "\r";
    }
}
