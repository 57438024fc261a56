package io.bitroutes.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.dataformat.csv.CsvDataFormat;
import org.apache.camel.dataformat.csv.CsvMarshaller;
import org.apache.camel.dataformat.csv.CsvMarshallerFactory;
import org.apache.camel.support.ExchangeHelper;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

/**
 * Has camel-csv write lists of cells through {@link CsvText}: by itself it locks, looks for a converter and encodes cell by
 * cell. What must stand in quotes is still written by the format. Safe for threads.
 */
public final class CsvPages implements CsvMarshallerFactory {

    @Override
    public CsvMarshaller create(CSVFormat format, CsvDataFormat dataFormat) {
        return new ByPage(format);
    }

    private static final class ByPage extends CsvMarshaller {
        private static final char NOT_AT_THE_BEGINNING = '#';

        private final CSVFormat format;
        private final boolean minimal;
        private final char delimiter;
        private final char quote;

        private ByPage(CSVFormat format) {
            super(format);
            this.format = format;
            this.minimal = format.getQuoteMode() == QuoteMode.MINIMAL
                    && format.getQuoteCharacter() != null
                    && format.getEscapeCharacter() == null
                    && format.getDelimiterString().length() == 1;
            this.delimiter = format.getDelimiterString().charAt(0);
            this.quote = minimal ? format.getQuoteCharacter() : 0;
        }

        @Override
        public void marshal(Exchange exchange, Object page, OutputStream target) throws IOException {
            CsvText text = new CsvText(target, Charset.forName(ExchangeHelper.getCharsetName(exchange)));
            for (Object row : (List<?>) page) {
                boolean first = true;
                for (Object cell : (List<?>) row) {
                    print((String) cell, first, text);
                    first = false;
                }
                text.append(format.getRecordSeparator());
            }
            text.flush();
        }

        private void print(String cell, boolean first, CsvText text) throws IOException {
            if (first || !minimal || !isPlain(cell)) {
                format.print(cell, text, first);
            } else {
                text.append(delimiter).append(cell);
            }
        }

        /** Surely in no need of quotes. */
        private boolean isPlain(String cell) {
            int length = cell.length();
            if (length == 0) {
                return true;
            }
            if (cell.charAt(0) <= NOT_AT_THE_BEGINNING || cell.charAt(length - 1) <= ' ') {
                return false;
            }
            for (int index = 0; index < length; index++) {
                char character = cell.charAt(index);
                if (character < ' ' || character == quote || character == delimiter) {
                    return false;
                }
            }
            return true;
        }

        @Override
        protected Iterable<?> getMapRecordValues(Map<?, ?> row) {
            throw new UnsupportedOperationException("rows are lists");
        }
    }
}
