package io.bitroutes.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;

/** The steps of the {@code export} route; the export itself travels as a property. Safe for threads. */
public final class ExportSteps {
    private static final String EXPORT = "export";

    /** Reads the next page. */
    public List<JsonNode> readPage(@ExchangeProperty(EXPORT) Export export) throws ExportException {
        return export.read();
    }

    /** A page as rows of a CSV file, by column. */
    public List<? extends Map<Integer, String>> toCells(
            @ExchangeProperty(EXPORT) Export export, @Body List<JsonNode> page) throws ExportException {
        return export.cells(page);
    }

    /** A page as JSON. */
    public byte[] toJson(@ExchangeProperty(EXPORT) Export export, @Body List<JsonNode> page) throws IOException {
        return export.json(page);
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
