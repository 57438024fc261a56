package io.bitroutes.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.dataformat.csv.CsvDataFormat;
import org.apache.camel.dataformat.csv.CsvMarshaller;
import org.apache.camel.dataformat.csv.CsvMarshallerFactory;
import org.apache.camel.support.ExchangeHelper;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Has camel-csv write through {@link CsvText}: by itself it encodes cell by cell. Safe for threads. */
public final class CsvPages implements CsvMarshallerFactory {

    @Override
    public CsvMarshaller create(CSVFormat format, CsvDataFormat dataFormat) {
        return new ByPage(format);
    }

    private static final class ByPage extends CsvMarshaller {
        private final CSVFormat format;

        private ByPage(CSVFormat format) {
            super(format);
            this.format = format;
        }

        @Override
        protected CSVPrinter createPrinter(Exchange exchange, OutputStream page) throws IOException {
            return new CSVPrinter(new CsvText(page, Charset.forName(ExchangeHelper.getCharsetName(exchange))), format);
        }

        @Override
        protected Iterable<?> getMapRecordValues(Map<?, ?> row) {
            return row.values();
        }
    }
}
