package io.bitroutes.export;

import java.util.Locale;
import java.util.Optional;

/**
 * The form of an exported file.
 *
 * @param format how records are written
 * @param gzip whether it is compressed
 * @param charset the bytes of its text; JSON is always in UTF-8
 */
public record ExportForm(ExportFormat format, boolean gzip, ExportCharset charset) {
    private static final String COMPRESSED = ".gz";

    /** A format, uncompressed and in UTF-8. */
    public static ExportForm of(ExportFormat format) {
        return new ExportForm(format, false, ExportCharset.UTF_8);
    }

    /** The form that the name of a file asks for by its endings, {@code .csv.gz} among them; in UTF-8. */
    public static Optional<ExportForm> ofFile(String name) {
        boolean gzip = isCompressed(name);
        String plain = gzip ? name.substring(0, name.length() - COMPRESSED.length()) : name;
        return ExportFormat.ofFile(plain).map(format -> new ExportForm(format, gzip, ExportCharset.UTF_8));
    }

    /** Whether the name of a file says that it is compressed. */
    public static boolean isCompressed(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(COMPRESSED);
    }

    /** What the file begins with: the mark of a charset that has one, and what the format wants. */
    byte[] head() {
        boolean unmarked = format == ExportFormat.CSV && charset != ExportCharset.UTF_8;
        return unmarked ? new byte[0] : format.head().getBytes(charset.charset());
    }

    /** The same in another charset. */
    public ExportForm in(ExportCharset other) {
        return new ExportForm(format, gzip, other);
    }
}
