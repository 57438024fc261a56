package io.bitroutes.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * What a page brings.
 *
 * @param form what its records are in a file
 * @param items the records that were on no page before it
 * @param read how many pages were read so far
 * @param drifts how many of them did not begin where the one before had ended
 * @param last whether there is none after it
 */
record Page(RecordForm form, List<JsonNode> items, long read, long drifts, boolean last) {}
