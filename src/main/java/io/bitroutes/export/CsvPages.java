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

/**
 * Has camel-csv write whole pages through {@link CsvText}: by itself it locks, looks for a converter and encodes cell by
 * cell. Safe for threads.
 */
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
        public void marshal(Exchange exchange, Object page, OutputStream target) throws IOException {
            CsvText csv = new CsvText(target, Charset.forName(ExchangeHelper.getCharsetName(exchange)), format);
            ((CsvPage) page).write(csv);
            csv.flush();
        }

        @Override
        protected Iterable<?> getMapRecordValues(Map<?, ?> row) {
            throw new UnsupportedOperationException("a page is no map");
        }
    }
}
