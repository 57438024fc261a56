package io.bitroutes.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Where pages come from. */
interface PageSource {

    /**
     * The records from a position on, as many as fit on a page: arrays of their members, the key first.
     *
     * @throws ExportException if they are refused
     */
    List<JsonNode> read(long offset) throws ExportException;

    /** The position in words, for people. */
    String describe(long offset);
}
