package io.bitroutes.export;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;

/** The steps of the {@code export} route; the export itself travels as a property. Safe for threads. */
public final class ExportSteps {
    private static final String EXPORT = "export";

    /** Whether there is a page left to read. */
    public boolean more(@ExchangeProperty(EXPORT) Export export) {
        return export.more();
    }

    /** Reads the next page. */
    public void nextPage(Exchange exchange) throws ExportException {
        export(exchange).nextPage();
    }

    /** The page as camel-csv is to write it. */
    public void toCsv(Exchange exchange) throws ExportException {
        exchange.getMessage().setBody(export(exchange).csvPage());
    }

    /** Writes the page as camel-csv has brought it into form. */
    public void append(Exchange exchange) throws ExportException {
        export(exchange).write(exchange.getMessage().getBody(byte[].class));
    }

    /** Writes the page as JSON. */
    public void appendJson(Exchange exchange) throws ExportException {
        export(exchange).writeJson();
    }

    /** Ends the file, which others see from now on. */
    public void publish(@ExchangeProperty(EXPORT) Export export) throws ExportException {
        export.publish();
    }

    private static Export export(Exchange exchange) {
        return exchange.getProperty(EXPORT, Export.class);
    }
}
