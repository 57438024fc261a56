package io.bitroutes.export;

import java.io.IOException;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;

/** The steps of the {@code export} route; the export itself travels as a property. Safe for threads. */
public final class ExportSteps {
    private static final String EXPORT = "export";

    /** Whether there is a page left to read. */
    public boolean more(@ExchangeProperty(EXPORT) Export export) {
        return export.more();
    }

    /** Reads the next page: what camel-csv is to write, or JSON in bytes. */
    public Object nextPage(@ExchangeProperty(EXPORT) Export export) throws ExportException, IOException {
        return export.nextPage();
    }

    /** Writes a page in its form. */
    public void append(@ExchangeProperty(EXPORT) Export export, @Body byte[] content) throws ExportException {
        export.write(content);
    }

    /** Ends the file, which others see from now on. */
    public void publish(@ExchangeProperty(EXPORT) Export export) throws ExportException {
        export.publish();
    }
}
