package io.bitroutes.export;

import io.bitroutes.record.ExcelGuard;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

/**
 * Rows of a CSV file, with no cell that Excel would take for a formula, encoded many at a time. What surely needs neither
 * quotes nor a guard is copied; the rest is written by the format. Not safe for threads.
 */
final class CsvText implements Appendable {
    private static final int FULL = 1 << 15;
    private static final String UNSURE_AT_THE_BEGINNING = "'=+-@";
    private static final char LAST_UNSURE_AT_THE_BEGINNING = '#';

    private final OutputStream target;
    private final Charset charset;
    private final CSVFormat format;
    private final boolean minimal;
    private final char delimiter;
    private final char quote;
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
                && format.getDelimiterString().length() == 1;
        this.delimiter = format.getDelimiterString().charAt(0);
        this.quote = minimal ? format.getQuoteCharacter() : 0;
    }

    /** Adds a cell to the row. */
    void cell(char[] characters, int begin, int end) throws IOException {
        if (!minimal || !isPlain(characters, begin, end)) {
            cell(new String(characters, begin, end - begin));
            return;
        }
        makeRoom(end - begin + 1);
        if (rowBegun) {
            text[length++] = delimiter;
        }
        System.arraycopy(characters, begin, text, length, end - begin);
        length += end - begin;
        rowBegun = true;
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

    private boolean isPlain(char[] characters, int begin, int end) {
        if (begin == end) {
            return rowBegun;
        }
        char first = characters[begin];
        if (first <= LAST_UNSURE_AT_THE_BEGINNING
                || UNSURE_AT_THE_BEGINNING.indexOf(first) >= 0
                || characters[end - 1] <= ' ') {
            return false;
        }
        for (int index = begin; index < end; index++) {
            char character = characters[index];
            if (character < ' ' || character == quote || character == delimiter) {
                return false;
            }
        }
        return true;
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
