package io.bitroutes.record;

/**
 * How a file is written, kept so that its rejected rows come back in the same form.
 *
 * @param kind CSV or JSON
 * @param charset the name of its charset: {@code UTF-8}
 * @param byteOrderMark whether it begins with one
 * @param delimiter the CSV delimiter, one character; empty for JSON
 * @param lineEnd the first line end of the file ({@code \n}, {@code \r\n} or {@code \r}); {@code \n} if it has none
 * @param gzip whether it is compressed
 */
public record FileFormat(
        Kind kind, String charset, boolean byteOrderMark, String delimiter, String lineEnd, boolean gzip) {

    /** The two families of files. */
    public enum Kind {
        CSV,
        JSON
    }
}
