package io.bitroutes.export;

import io.bitroutes.record.ExcelGuard;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

/**
 * Rows of a CSV file, with no cell that Excel would take for a formula, encoded many at a time. In the mode in which the
 * routes ask for it, cells are quoted here, as the format would; in any other mode by the format. Not safe for threads.
 */
final class CsvText implements Appendable {
    private static final int FULL = 1 << 15;
    private static final String GUARDED = "=+-@";
    private static final String GUARDED_PERHAPS = "'\t\r";
    private static final char GUARD = '\'';
    private static final char LAST_QUOTED_AT_THE_BEGINNING = '#';

    private final OutputStream target;
    private final Charset charset;
    private final CSVFormat format;
    private final boolean minimal;
    private final char delimiter;
    private final char quote;
    /** A bit for each character for which a cell is quoted. */
    private final long specials;

    private char[] text = new char[FULL];
    private int length;
    private boolean rowBegun;

    CsvText(OutputStream target, Charset charset, CSVFormat format) {
        this.target = target;
        this.charset = charset;
        this.format = format;
        this.minimal = format.getQuoteMode() == QuoteMode.MINIMAL
                && format.getQuoteCharacter() != null
                && format.getEscapeCharacter() == null
                && format.getDelimiterString().length() == 1
                && format.getDelimiterString().charAt(0) < Long.SIZE
                && format.getQuoteCharacter() < Long.SIZE;
        this.delimiter = format.getDelimiterString().charAt(0);
        this.quote = minimal ? format.getQuoteCharacter() : 0;
        this.specials = 1L << delimiter | 1L << quote | 1L << '\n' | 1L << '\r';
    }

    /** Adds a cell to the row. */
    void cell(char[] characters, int begin, int end) throws IOException {
        if (!minimal || (begin < end && GUARDED_PERHAPS.indexOf(characters[begin]) >= 0)) {
            cell(new String(characters, begin, end - begin));
            return;
        }
        makeRoom(2 * (end - begin + 2));
        if (rowBegun) {
            text[length++] = delimiter;
        }
        boolean guarded = begin < end && GUARDED.indexOf(characters[begin]) >= 0;
        if (isQuoted(characters, begin, end)) {
            quote(characters, begin, end, guarded);
        } else {
            copy(characters, begin, end, guarded);
        }
        rowBegun = true;
    }

    private void copy(char[] characters, int begin, int end, boolean guarded) {
        if (guarded) {
            text[length++] = GUARD;
        }
        System.arraycopy(characters, begin, text, length, end - begin);
        length += end - begin;
    }

    private void quote(char[] characters, int begin, int end, boolean guarded) {
        text[length++] = quote;
        if (guarded) {
            text[length++] = GUARD;
        }
        for (int index = begin; index < end; index++) {
            text[length++] = characters[index];
            if (characters[index] == quote) {
                text[length++] = quote;
            }
        }
        text[length++] = quote;
    }

    /** Adds a cell to the row. */
    void cell(String cell) throws IOException {
        format.print(ExcelGuard.on(cell), this, !rowBegun);
        rowBegun = true;
    }

    void endRow() throws IOException {
        append(format.getRecordSeparator());
        rowBegun = false;
    }

    /** An empty cell would be an empty line, if it were the only one. */
    private boolean isQuoted(char[] characters, int begin, int end) {
        if (begin == end) {
            return !rowBegun;
        }
        if (characters[begin] <= LAST_QUOTED_AT_THE_BEGINNING || characters[end - 1] <= ' ') {
            return true;
        }
        for (int index = begin; index < end; index++) {
            if (characters[index] < Long.SIZE && (specials >>> characters[index] & 1) != 0) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Appendable append(CharSequence some) throws IOException {
        return append(some, 0, some.length());
    }

    @Override
    public Appendable append(CharSequence some, int begin, int end) throws IOException {
        makeRoom(end - begin);
        some.toString().getChars(begin, end, text, length);
        length += end - begin;
        return this;
    }

    @Override
    public Appendable append(char one) throws IOException {
        makeRoom(1);
        text[length++] = one;
        return this;
    }

    void flush() throws IOException {
        target.write(new String(text, 0, length).getBytes(charset));
        length = 0;
        target.flush();
    }

    /** Between the halves of a character nothing is encoded. */
    private void makeRoom(int more) throws IOException {
        if (length > 0 && more > text.length - length && !Character.isHighSurrogate(text[length - 1])) {
            target.write(new String(text, 0, length).getBytes(charset));
            length = 0;
        }
        if (more > text.length - length) {
            text = Arrays.copyOf(text, length + more);
        }
    }
}
