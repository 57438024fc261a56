package io.bitroutes.export;

import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;

/** The steps of the {@code export} route; the export itself travels as a property. Safe for threads. */
public final class ExportSteps {
    private static final String EXPORT = "export";

    /** Whether there is a page left to read. */
    public boolean more(@ExchangeProperty(EXPORT) Export export) {
        return export.more();
    }

    /** Reads the next page. */
    public void nextPage(@ExchangeProperty(EXPORT) Export export) throws ExportException {
        export.nextPage();
    }

    /** The page as camel-csv is to write it. */
    public Object toCsv(@ExchangeProperty(EXPORT) Export export) throws ExportException {
        return export.csvPage();
    }

    /** Writes the page as camel-csv has brought it into form. */
    public void append(@ExchangeProperty(EXPORT) Export export, @Body byte[] content) throws ExportException {
        export.write(content);
    }

    /** Writes the page as JSON. */
    public void appendJson(@ExchangeProperty(EXPORT) Export export) throws ExportException {
        export.writeJson();
    }

    /** Ends the file, which others see from now on. */
    public void publish(@ExchangeProperty(EXPORT) Export export) throws ExportException {
        export.publish();
    }
}
