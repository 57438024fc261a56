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
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) == '\n') {
                return "\n";
            }
            if (text.charAt(index) == '\r') {
                return text.startsWith("\r\n", index) ? "\r\n" : "\r";
            }
        }
        return "\n";
    }
}
