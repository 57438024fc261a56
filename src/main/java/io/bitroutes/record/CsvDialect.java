package io.bitroutes.record;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * How a CSV text is written, judged by its beginning.
 *
 * @param known how many columns have a known name
 */
record CsvDialect(char delimiter, String lineEnd, int known) {
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final int BEGINNING = 64 * 1024;

    /** The dialect in which most columns have a known name. */
    static CsvDialect find(
            Content content, Charset charset, Optional<Character> delimiter, FieldNames names, Wording wording)
            throws IOException {
        String beginning = beginning(content, charset);
        CsvDialect best = null;
        for (char candidate : delimiter.map(List::of).orElse(DELIMITERS)) {
            int known = known(beginning, candidate, names, wording);
            if (best == null || known > best.known()) {
                best = new CsvDialect(candidate, LineEnds.first(beginning), known);
            }
        }
        return best;
    }

    private static String beginning(Content content, Charset charset) throws IOException {
        char[] text = new char[BEGINNING];
        int length = 0;
        try (Reader reader = new StrictReader(content.open(), charset, content)) {
            int count = reader.read(text, 0, BEGINNING);
            while (count > 0) {
                length += count;
                count = length < BEGINNING - 1 ? reader.read(text, length, BEGINNING - length) : 0;
            }
        } catch (MalformedByteException e) {
            // The rows before the byte can still be read, and then the byte is named with its row.
            return new String(text, 0, length);
        }
        return new String(text, 0, length);
    }

    private static int known(String beginning, char delimiter, FieldNames names, Wording wording) throws IOException {
        try (CsvRecords records = new CsvRecords(new StringReader(beginning), delimiter, wording)) {
            Optional<CsvRow> row = records.nextFilled();
            return row.map(header -> known(header, names)).orElse(0);
        } catch (BrokenFileException e) {
            // Read with this delimiter it is no header at all.
            return 0;
        }
    }

    private static int known(CsvRow header, FieldNames names) {
        return (int) header.cells().stream()
                .filter(title -> names.find(title).isPresent() || FieldNames.isOwn(title))
                .count();
    }
}
